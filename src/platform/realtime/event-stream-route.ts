import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { routeConfig } from '../access/route-config.js';

/** Part of a route's configuration, as Fastify passes it to hooks: true if its responses stay open. */
export interface StaysOpen {
  readonly staysOpen?: boolean;
}

/**
 * Declares that a route responds with an event stream.
 *
 * @param event type of the events
 * @param model DTO of an event's data, added to the OpenAPI schemas
 */
export function EventStreamRoute(event: string, model: Type): MethodDecorator {
  return applyDecorators(
    routeConfig({ staysOpen: true } satisfies StaysOpen),
    ApiExtraModels(model),
    ApiHeader({
      name: 'Last-Event-ID',
      required: false,
      description:
        'ID of the last event received before the connection was lost. Only later events are sent.',
      schema: { type: 'string' },
    }),
    ApiOkResponse({
      description: `Events of type \`${event}\` with a JSON \`${model.name}\` as data, and a comment every 15 s as heartbeat.`,
      content: {
        'text/event-stream': {
          schema: { type: 'string' },
          example: `retry: 3000\n\nid: 1\nevent: ${event}\ndata: {…}\n\n`,
        },
      },
    }),
    ApiNoContentResponse({
      description: 'No further events will follow. Do not reconnect.',
    }),
  );
}
