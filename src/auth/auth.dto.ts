import { IsEmail, IsString, Length, MaxLength } from 'class-validator';
import { Normalized } from '../platform/http/validation/validators.js';
import { UserView } from '../users/users.dto.js';

/** Sign-in credentials. */
export class LoginBody {
  /**
   * Username or e-mail address.
   * @example "meena"
   */
  @Normalized()
  @IsString()
  @Length(1, 254)
  username: string;

  /** @example "three ripe mangoes" */
  @IsString()
  @Length(1, 128)
  password: string;
}

/** An access token and its lifetime. */
export class AccessTokenView {
  /**
   * Token for the header `Authorization: Bearer …`.
   * @example "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.c2lnbmF0dXJl"
   */
  accessToken: string;

  /**
   * Lifetime in seconds.
   * @example 300
   */
  expiresIn: number;
}

/** A signed-in user and an access token. The refresh token is in an HttpOnly cookie. */
export class SignedInView extends AccessTokenView {
  user: UserView;
}

/** Account whose password is forgotten. */
export class ForgotPasswordBody {
  /** @example "meena@example.com" */
  @Normalized()
  @IsEmail({ require_tld: false })
  @MaxLength(254)
  email: string;
}

/** A new password and the token that was mailed. */
export class ResetPasswordBody {
  /** @example "0199f0c2-7a3b-7c4d-9e5f-0a1b2c3d4e5f.q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA" */
  @IsString()
  @Length(1, 200)
  token: string;

  /**
   * 8 to 128 characters, not a common password, and without the username.
   * @example "four green chillies"
   */
  @IsString()
  @Length(8, 128)
  password: string;
}

/** The current and the new password of the user's own account. */
export class ChangePasswordBody {
  /** @example "three ripe mangoes" */
  @IsString()
  @Length(1, 128)
  currentPassword: string;

  /**
   * 8 to 128 characters, not a common password, and without the username.
   * @example "four green chillies"
   */
  @IsString()
  @Length(8, 128)
  newPassword: string;
}
