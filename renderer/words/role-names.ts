import type { Role } from '../../domain/log/event-envelope.ts';

export const roleNames: Record<Role, string> = {
  windowClerk: '窗口经办',
  townReviewer: '镇街审核',
  townHead: '镇街负责人',
  village: '村（居）工作人员',
  grid: '网格员',
  districtReviewer: '区级审核',
  districtHead: '区级负责人',
  admin: '管理员',
  system: '区级服务器',
  portal: '网上申请',
};

export const modeNames = { window: '窗口', kiosk: '自助', field: '上门' } as const;
