import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { inject } from 'light-my-request';
import { SECOND_MS } from '../platform/common/durations.js';
import { databaseErrors } from '../platform/database/database.errors.js';
import { withTimeout } from '../platform/common/with-timeout.js';
import type { CachedResponses } from '../platform/http/plugins/response-cache.js';

/** A page must not wait longer for a response of the API. */
const API_TIMEOUT_MS = 10 * SECOND_MS;

export interface ApiResponse {
  readonly status: number;
  readonly etag: string | undefined;
  readonly body: string;
}

/** Requests the public routes of the API within this process, as an anonymous client. */
@Injectable()
export class PublicApi {
  private cache: CachedResponses | undefined;

  constructor(private readonly adapterHost: HttpAdapterHost) {}

  /** Sets the cache from which responses are read before they are requested. */
  useCache(cache: CachedResponses): void {
    this.cache = cache;
  }

  /** Returns the ETag of a response. @param address IP address of the client, by which requests are limited */
  async etag(url: string, address: string): Promise<string | undefined> {
    return (this.cache?.cached(url) ?? (await this.request(url, address))).etag;
  }

  /**
   * @param url path and query
   * @param address IP address of the client, by which requests are limited
   * @throws Error if the API fails or its response is not the same for all clients, and TimeoutError
   */
  async get(url: string, address: string): Promise<ApiResponse> {
    const cached = this.cache?.cached(url);
    if (cached === undefined) return this.request(url, address);
    return { status: 200, etag: cached.etag, body: cached.payload.toString() };
  }

  private async request(url: string, address: string): Promise<ApiResponse> {
    const server = this.adapterHost.httpAdapter.getInstance<FastifyInstance>();
    // Unlike server.inject, this works until the last page is sent during shutdown.
    const response = await withTimeout(
      API_TIMEOUT_MS,
      inject((request, response) => server.routing(request, response), {
        method: 'GET',
        url,
        remoteAddress: address,
      }),
    );
    const { statusCode: status, headers, body } = response;
    if (status === 503) throw databaseErrors.unavailable({});
    if (status >= 500) throw new Error(`GET ${url} returned ${status}.`);
    if (status === 200 && !String(headers['cache-control']).startsWith('public'))
      throw new Error(`GET ${url} is not public.`);
    return { status, etag: headers.etag, body };
  }
}
