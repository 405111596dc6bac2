import { applyDecorators, type Type } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import { routeConfig } from '../access/route-config.js';

/** Part of a route's configuration, as Fastify passes it to hooks: true if its responses stay open. */
export interface StaysOpen {
  readonly staysOpen?: boolean;
}

/**
 * Declares that a route responds with an event stream.
 *
 * @param events DTO of the data of each type of event, added to the OpenAPI schemas
 */
export function EventStreamRoute(events: Readonly<Record<string, Type>>): MethodDecorator {
  const described = Object.entries(events).map(
    ([type, model]) => `Events of type \`${type}\` with a JSON \`${model.name}\` as data`,
  );
  const schemas = Object.values(events).map((model) => ({ $ref: getSchemaPath(model) }));
  const schema = {
    type: 'string',
    contentMediaType: 'text/event-stream',
    // The data of one event.
    contentSchema: schemas.length > 1 ? { anyOf: schemas } : schemas[0],
  };
  return applyDecorators(
    routeConfig({ staysOpen: true } satisfies StaysOpen),
    ApiExtraModels(...Object.values(events)),
    ApiHeader({
      name: 'Last-Event-ID',
      required: false,
      description:
        'ID of the last event received before the connection was lost. Only later events are sent.',
      schema: { type: 'string' },
    }),
    ApiOkResponse({
      description: `${described.join('. ')}, and a comment every 15 s as heartbeat.`,
      content: {
        'text/event-stream': {
          schema,
          example: `retry: 3000\n\nid: 1\nevent: ${Object.keys(events)[0]}\ndata: {…}\n\n`,
        },
      },
    }),
    ApiNoContentResponse({
      description: 'No further events will follow. Do not reconnect.',
    }),
  );
}
