/** Jobs are added in batches of as many as the store's relay takes at once. */
export const BATCH = 200;
/** What goes through before anything is measured: code that is compiled as it is used takes long at first. */
export const WARM_UP = 200;
/** Jobs that go through an idle queue, one after the other, for how long each takes. */
export const SINGLE_JOBS = 100;
/** The queue that is measured is set as the store sets this one. */
export const LIKE = 'orders';

/** How many jobs one round puts through a queue: a second's worth or two of either. */
export const jobsFor = ({ redisUrl }) => (redisUrl === undefined ? 400 : 4000);
