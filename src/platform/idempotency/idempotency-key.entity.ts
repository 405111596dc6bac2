import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A key that a client sent with a request, and the response. Written in the transaction of its effects. */
@Entity('idempotency_keys')
@Index('idempotency_keys_created_at_idx', ['createdAt'])
export class IdempotencyKey {
  @ForeignKey('User', { name: 'idempotency_keys_user_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idempotency_keys_pkey' })
  userId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_keys_pkey' })
  key: string;

  /** Method and route of the operation: `POST /api/v1/orders`. */
  @Column('text', { default: 'POST /api/v1/orders' })
  operation: string;

  /** SHA-256 of what the request contains, in hexadecimal. See `hashOf`. */
  @Column('text')
  bodyHash: string;

  /** JSON of the response body. */
  @Column('text')
  answer: string;

  @Column('bigint')
  createdAt: number;
}
