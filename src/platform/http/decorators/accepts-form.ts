import { RouteConfig } from '@nestjs/platform-fastify';

/** The route takes a form with a file in it, where every other takes JSON alone. */
export const AcceptsForm = (): MethodDecorator => RouteConfig({ takesForm: true });

/** The route may be sent any form, and reads none: its address says all. */
export const TakesAnyForm = (): MethodDecorator => RouteConfig({ takesForm: true, ignoresBody: true });
