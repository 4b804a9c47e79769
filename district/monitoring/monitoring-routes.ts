import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { DistrictContext } from '../context.ts';
import { requireSharedKey } from '../http/shared-key.ts';
import { MonitoringAlert, monitoringKeyHeader, MonitoringReceipt } from './monitoring-schema.ts';
import { receiveAlert } from './receive-alert.ts';

/** What the monitoring platform hands its sightings to; without a key in the configuration there is nothing here. */
export function monitoringRoutes(app: FastifyInstance, context: DistrictContext): void {
  const { config, log } = context;
  // Before the body is read.
  const onRequest = async (request: FastifyRequest): Promise<void> =>
    requireSharedKey(config.monitoringKey, request, monitoringKeyHeader, 'monitoring.wrongKey');

  app.post('/v1/monitoring/alerts', { onRequest }, async (request, reply) => {
    const { receipt, first } = await receiveAlert(context, MonitoringAlert.parse(request.body));
    log.info('monitoring.received', { alertId: receipt.alertId, first });
    return reply.status(first ? 201 : 200).send(MonitoringReceipt.parse(receipt));
  });
}
