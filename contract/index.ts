export * from './commands.ts';
export * from './define.ts';
export * from './envelope.ts';
export * from './failures.ts';
export * from './views.ts';
export * from './commands/draft.ts';
export * from './sync/push.ts';
export * from './sync/accounts.ts';
