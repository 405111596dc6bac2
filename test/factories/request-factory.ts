import type { ValidRequest } from '../support/attacks/valid-request.js';
import type { Caller, StoreFixture } from './store-fixture.js';

/** Prepares a valid request of a caller. */
export type RequestFactory = (fixture: StoreFixture, caller: Caller) => Promise<ValidRequest> | ValidRequest;

export const withoutInput: RequestFactory = () => ({});
