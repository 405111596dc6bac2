import { RouteConfig } from '@nestjs/platform-fastify';

/** Lets the route accept a form with a file. Every other route accepts JSON only. */
export const AcceptsForm = (): MethodDecorator => RouteConfig({ takesForm: true });

/** Lets the route accept any form and ignore it: the URL contains all the data. */
export const AcceptsAnyForm = (): MethodDecorator => RouteConfig({ takesForm: true, ignoresBody: true });
