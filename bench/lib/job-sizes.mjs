/** Number of jobs that are added at once: the batch size of the store's relay. */
export const BATCH = 200;
/** Number of jobs before measuring: just-in-time compilation makes the first ones slow. */
export const WARM_UP = 200;
/** Number of jobs that go through an idle queue one after the other, to measure the latency of each. */
export const SINGLE_JOBS = 100;
/** Queue of the store whose settings the measured queue has. */
export const LIKE = 'orders';

/** Returns the number of jobs per round: one or two seconds of work for either engine. */
export const jobsFor = ({ redisUrl }) => (redisUrl === undefined ? 400 : 4000);
