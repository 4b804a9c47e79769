import { expect, it } from 'vitest';
import { mayCall } from './may-call.ts';

it('follows the contract', () => {
  expect(mayCall('windowClerk', 'case.list')).toBe(true);
  expect(mayCall('grid', 'case.list')).toBe(false);
  expect(mayCall('districtHead', 'supervision.report')).toBe(true);
  expect(mayCall('windowClerk', 'supervision.report')).toBe(false);
  expect(mayCall('grid', 'calendar.status')).toBe(true);
  expect(mayCall('grid', 'case.progress')).toBe(true);
});
