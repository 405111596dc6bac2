import { IsString, Length } from 'class-validator';

/** The token of a link that confirms an address. */
export class ConfirmEmailBody {
  /** @example "0199f0c2-7a3b-7c4d-9e5f-0a1b2c3d4e5f.q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA" */
  @IsString()
  @Length(1, 200)
  token: string;
}

/** The confirmed address, which is the one of the account now. */
export class ConfirmedEmailView {
  /** @example "meena@example.com" */
  email: string;
}
