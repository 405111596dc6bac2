import { TestEnvironment } from 'jest-environment-node';

/** Values that the test files of one Jest worker share, by name. They outlive the files' own globals. */
const workerState = new Map();

/** Node's environment, with state that test files of a worker share, and with whether the current test has failed. */
export default class WorkerEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.workerState = workerState;
  }

  handleTestEvent({ name }) {
    if (name === 'test_start') this.global.hasTestFailed = false;
    if (name === 'test_fn_failure') this.global.hasTestFailed = true;
  }
}
