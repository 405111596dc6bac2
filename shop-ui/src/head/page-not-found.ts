import { ApiProblem } from 'ui-common/api/api-problem';

/** The section or product of a page does not exist. */
export class PageNotFound extends ApiProblem {
  constructor() {
    super({ status: 404, code: 'page.not-found' });
  }
}
