/** Number of jobs that are added at once: the batch size of the store's relay. */
export const BATCH_SIZE = 200;
/** Number of jobs before measuring: just-in-time compilation makes the first ones slow. */
export const WARM_UP_JOBS = 200;
/** Number of jobs that go through an idle queue one after the other, to measure the latency of each. */
export const SINGLE_JOBS = 100;
/** Queue of the store whose settings the measured queue has. */
export const QUEUE_NAME = 'orders';

/** Returns the number of jobs per round: one or two seconds of work for either engine. */
export const jobsPerRound = ({ redisUrl }) => (redisUrl === undefined ? 400 : 4000);
