/** The operator can correct the cause. The message is a sentence that says how; no more than that is printed. */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError';
}
