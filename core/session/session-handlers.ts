import { done, type HandlersOf } from '../handler.ts';
import { login } from './login.ts';

export const sessionHandlers: HandlersOf<'session.login' | 'session.logout'> = {
  'session.login': login,

  async 'session.logout'({ clientId }, core) {
    core.sessions.end(clientId);
    return done({});
  },
};
