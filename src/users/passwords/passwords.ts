import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, verify, type Options } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';

/** argon2id with the parameters that OWASP recommends: 19 MiB, two passes, one thread. */
const ARGON2ID: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes and verifies passwords. Both take their time, so neither ever happens inside a transaction. */
@Injectable()
export class Passwords implements OnModuleInit {
  private dummyHash: string;

  async onModuleInit(): Promise<void> {
    this.dummyHash = await this.hash(randomPassword());
  }

  /** The argon2id hash of a password, in the PHC string format. */
  async hash(password: string): Promise<string> {
    return hash(normal(password), ARGON2ID);
  }

  /**
   * Whether a password is the one of a hash. Without a hash, because nobody has the name, it is not, and takes just
   * as long to say so.
   */
  async matches(password: string, passwordHash: string | undefined): Promise<boolean> {
    const isRight = await verify(passwordHash ?? this.dummyHash, normal(password));
    return isRight && passwordHash !== undefined;
  }
}

/** A password that nobody has thought of, with 144 random bits. */
export function randomPassword(): string {
  return randomBytes(18).toString('base64url');
}

/** The same characters may be typed as different code points on different keyboards. */
function normal(password: string): string {
  return password.normalize('NFKC');
}
