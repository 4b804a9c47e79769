import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import type { Client } from './client.ts';
import { followNews, makeQueryClient } from './core-query.ts';
import { DisplayProvider } from './display-settings.tsx';
import { makeRouter } from './routes.tsx';
import { ToastProvider } from './ui/Toast.tsx';

export function App({ client }: { client: Client }) {
  const [queries] = useState(makeQueryClient);
  const [router] = useState(makeRouter);
  useEffect(() => followNews(client, queries), [client, queries]);
  return (
    <DisplayProvider>
      <QueryClientProvider client={queries}>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </QueryClientProvider>
    </DisplayProvider>
  );
}
