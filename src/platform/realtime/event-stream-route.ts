import { applyDecorators, type Type } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtraModels, ApiHeader, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';

/** What of a route's configuration says that its answers stay open, as Fastify gives it to hooks. */
export interface StaysOpen {
  readonly staysOpen?: boolean;
}

/**
 * The route answers with an event stream.
 *
 * @param event the type of its events
 * @param model the data of an event, which the API's description is to know
 */
export function EventStreamRoute(event: string, model: Type): MethodDecorator {
  return applyDecorators(
    RouteConfig({ staysOpen: true } satisfies StaysOpen),
    ApiExtraModels(model),
    ApiHeader({
      name: 'Last-Event-ID',
      required: false,
      description:
        'The last event that arrived before the connection was lost: only what came after it is sent.',
      schema: { type: 'string' },
    }),
    ApiOkResponse({
      description: `Events of type \`${event}\`, whose data is a ${model.name} in JSON, and a comment every 15 s.`,
      content: {
        'text/event-stream': {
          schema: { type: 'string' },
          example: `retry: 3000\n\nid: 1\nevent: ${event}\ndata: {…}\n\n`,
        },
      },
    }),
    ApiNoContentResponse({
      description: 'Nothing comes after the last event: there is no use in asking again.',
    }),
  );
}
