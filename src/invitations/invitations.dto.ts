import { IsInt, Max, Min } from 'class-validator';

const MAX_CUSTOMERS = 1_000_000;

/** How many of the customers that an import has added have been invited to set a password. */
export class ImportInvitationsView {
  /** Number of customers still to be invited. @example 4980 */
  waiting: number;
  /** Number of customers who have been invited. @example 20 */
  invited: number;
  /** Number of customers who have set a password. @example 7 */
  joined: number;
  /** Number of suspended customers, who are not invited. @example 1 */
  suspended: number;
}

/** What a person confirms when the customers of an import are invited. */
export class InviteImportedBody {
  /** The number of customers that was shown: `waiting`. If it has changed, nothing is sent. @example 4980 */
  @IsInt()
  @Min(1)
  @Max(MAX_CUSTOMERS)
  customers: number;
}
