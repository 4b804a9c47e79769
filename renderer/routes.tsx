import { createHashRouter, type DataRouter } from 'react-router';

/** Placeholder route table until the pages land in the next commit. */
export const makeRouter = (): DataRouter => createHashRouter([{ path: '*', element: null }]);
