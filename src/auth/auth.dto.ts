import { IsEmail, IsString, Length, MaxLength } from 'class-validator';
import { UserView } from '../users/users.dto.js';

/** Who signs in. */
export class LoginBody {
  /**
   * The username or the e-mail address.
   * @example "meena"
   */
  @IsString()
  @Length(1, 254)
  username: string;

  /** @example "three ripe mangoes" */
  @IsString()
  @Length(1, 128)
  password: string;
}

/** A way to send requests as a user. */
export class AccessTokenView {
  /**
   * For the header `Authorization: Bearer …`.
   * @example "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.c2lnbmF0dXJl"
   */
  accessToken: string;

  /**
   * In seconds.
   * @example 300
   */
  expiresIn: number;
}

/** Signed in. The refresh token is in an HttpOnly cookie. */
export class SignedInView extends AccessTokenView {
  user: UserView;
}

/** Who has forgotten the password. */
export class ForgotPasswordBody {
  /** @example "meena@example.com" */
  @IsEmail({ require_tld: false })
  @MaxLength(254)
  email: string;
}

/** A new password in exchange for the token that was mailed. */
export class ResetPasswordBody {
  /** @example "0199f0c2-7a3b-7c4d-9e5f-0a1b2c3d4e5f.q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA" */
  @IsString()
  @Length(1, 200)
  token: string;

  /**
   * 8 to 128 characters, none of the common ones, and not about the username.
   * @example "four green chillies"
   */
  @IsString()
  @Length(8, 128)
  password: string;
}

/** Another password for the own account. */
export class ChangePasswordBody {
  /** @example "three ripe mangoes" */
  @IsString()
  @Length(1, 128)
  currentPassword: string;

  /**
   * 8 to 128 characters, none of the common ones, and not about the username.
   * @example "four green chillies"
   */
  @IsString()
  @Length(8, 128)
  newPassword: string;
}
