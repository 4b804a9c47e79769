import type { Operation } from '../http/openapi-operation.ts';
import { MonitoringAlert, MonitoringReceipt } from './monitoring-schema.ts';

export const monitoringOperations: readonly Operation[] = [
  {
    ...{ method: 'post', path: '/v1/monitoring/alerts', tag: 'monitoring', security: 'monitoringKey' },
    summary: 'Hands in what the monitoring platform has seen; it becomes an alert with the district',
    body: { name: 'MonitoringAlert', schema: MonitoringAlert },
    reply: { name: 'MonitoringReceipt', schema: MonitoringReceipt },
    statuses: { 201: 'An alert was raised', 200: 'It had been handed in before: the same answer' },
    failures: { 409: ['monitoring.idReused'], 422: ['monitoring.placeUnknown', 'alert.dayWrong'] },
  },
];
