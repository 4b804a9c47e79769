import { lazy, Suspense, type ComponentType } from 'react';
import { createHashRouter, Navigate, type DataRouter, type RouteObject } from 'react-router';
import type { DraftView } from '../contract/views.ts';
import { AgentStep } from './features/agent/AgentStep.tsx';
import { ApplicationFrame } from './features/application/ApplicationFrame.tsx';
import { useDraft } from './features/application/draft-context.tsx';
import { HomePage } from './features/home/HomePage.tsx';
import { IdentityStep } from './features/identity/IdentityStep.tsx';
import { IncomeStep } from './features/income/IncomeStep.tsx';
import { KinshipStep } from './features/kinship/KinshipStep.tsx';
import { MembersStep } from './features/members/MembersStep.tsx';
import { PropertyStep } from './features/property/PropertyStep.tsx';
import { SessionGate } from './session/SessionGate.tsx';
import { LostPage } from './ui/LostPage.tsx';
import { Waiting } from './ui/Waiting.tsx';

/** What a step of an application gets that lives in a folder of its own. */
export interface StepProps {
  draft: DraftView;
  refresh: () => void;
}

/** Pages loaded when they are first opened; their weight (camera, models) is not paid at start. */
const stepFiles = import.meta.glob<Record<string, ComponentType<StepProps>>>(
  './features/{materials,signing,certification,review}/*Step.tsx',
);
const pageFiles = import.meta.glob<Record<string, ComponentType>>(
  './features/{dossier,queue,progress,outbox}/*Page.tsx',
);

function lazyStep(folder: string, name: string): RouteObject['element'] {
  const load = stepFiles[`./features/${folder}/${name}.tsx`];
  if (!load) return <LostPage />;
  const Step = lazy(async () => ({ default: (await load())[name] as ComponentType<StepProps> }));
  return (
    <Suspense fallback={<Waiting />}>
      <WithDraft Step={Step} />
    </Suspense>
  );
}

function WithDraft({ Step }: { Step: ComponentType<StepProps> }) {
  const { draft, refresh } = useDraft();
  return <Step draft={draft} refresh={() => void refresh()} />;
}

function lazyPage(folder: string, name: string): RouteObject['element'] {
  const load = pageFiles[`./features/${folder}/${name}.tsx`];
  if (!load) return <LostPage />;
  const Page = lazy(async () => ({ default: (await load())[name] as ComponentType }));
  return (
    <Suspense fallback={<Waiting />}>
      <Page />
    </Suspense>
  );
}

/** Addresses carry ids only, never anything personal; the hash keeps them out of every request. */
export const makeRouter = (): DataRouter =>
  createHashRouter([
    {
      path: '/',
      element: <SessionGate />,
      errorElement: <LostPage broken />,
      children: [
        { index: true, element: <HomePage /> },
        {
          path: 'apply/:draftId',
          element: <ApplicationFrame />,
          children: [
            { index: true, element: <Navigate to="identity" replace /> },
            { path: 'identity', element: <IdentityStep /> },
            { path: 'members', element: <MembersStep /> },
            { path: 'kinship', element: <KinshipStep /> },
            { path: 'income', element: <IncomeStep /> },
            { path: 'property', element: <PropertyStep /> },
            { path: 'agent', element: <AgentStep /> },
            { path: 'materials', element: lazyStep('materials', 'MaterialsStep') },
            { path: 'signing', element: lazyStep('signing', 'SigningStep') },
            { path: 'certification', element: lazyStep('certification', 'CertificationStep') },
            { path: 'review', element: lazyStep('review', 'ReviewStep') },
          ],
        },
        { path: 'cases', element: lazyPage('queue', 'QueuePage') },
        { path: 'cases/:caseId', element: lazyPage('dossier', 'DossierPage') },
        { path: 'progress', element: lazyPage('progress', 'ProgressPage') },
        { path: 'outbox', element: lazyPage('outbox', 'OutboxPage') },
        { path: '*', element: <LostPage /> },
      ],
    },
  ]);
