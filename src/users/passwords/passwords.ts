import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, verify, type Options } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import { NO_PASSWORD } from '../../platform/access/no-password.js';

/** argon2id with the parameters that OWASP recommends: 19 MiB, two passes, one thread. */
const ARGON2ID: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes and verifies passwords. Both are slow by design, so neither ever happens inside a transaction. */
@Injectable()
export class Passwords implements OnModuleInit {
  private dummyHash: string;

  async onModuleInit(): Promise<void> {
    this.dummyHash = await this.hash(randomPassword());
  }

  /** Returns the argon2id hash of a password, in the PHC string format. */
  async hash(password: string): Promise<string> {
    return hash(normalize(password), ARGON2ID);
  }

  /**
   * Returns true if the password matches the hash. Without a hash, because the user is unknown or has no password, it takes
   * just as long and returns false.
   */
  async matches(password: string, passwordHash: string | undefined): Promise<boolean> {
    const isSet = passwordHash !== undefined && passwordHash !== NO_PASSWORD;
    const isMatch = await verify(isSet ? passwordHash : this.dummyHash, normalize(password));
    return isMatch && isSet;
  }
}

/** Generates a password with 144 random bits. */
export function randomPassword(): string {
  return randomBytes(18).toString('base64url');
}

/** Different keyboards may produce different code points for the same characters. */
function normalize(password: string): string {
  return password.normalize('NFKC');
}
