import { Processor, WorkerHost } from '@nestjs/bullmq';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { workerOptions, type QueueName } from './queues.js';

const QUEUE_METADATA = 'queues:processor-of';

/** Marks a `WorkerHost` as the processor of a queue: for BullMQ's workers, and for the queue in the process. */
export const ProcessesJobsOf = (name: QueueName): ClassDecorator =>
  applyDecorators(Processor(name, workerOptions(name)), SetMetadata(QUEUE_METADATA, name));

/** Returns the processors of all modules, by queue. */
export function findProcessors(
  discovery: DiscoveryService,
  reflector: Reflector,
): Map<QueueName, WorkerHost> {
  const processors = new Map<QueueName, WorkerHost>();
  for (const { instance } of discovery.getProviders() as { instance: unknown }[]) {
    if (!isProcessor(instance)) continue;
    const name = reflector.get<QueueName | undefined>(QUEUE_METADATA, instance.constructor);
    if (name !== undefined) processors.set(name, instance);
  }
  return processors;
}

/** Adds the runs of a processor to a set for as long as they last. */
export function trackRuns(processor: WorkerHost, runs: Set<Promise<unknown>>): void {
  const process = processor.process.bind(processor);
  processor.process = (...job) => {
    const run = process(...job).finally(() => runs.delete(run));
    runs.add(run);
    return run;
  };
}

function isProcessor(instance: unknown): instance is WorkerHost {
  return instance instanceof WorkerHost;
}
