import { lazy, Suspense, type ComponentType } from 'react';
import { createHashRouter, Navigate, type DataRouter } from 'react-router';
import type { DraftView } from '../contract/views.ts';
import { AccountStep } from './features/account/AccountStep.tsx';
import { AgentStep } from './features/agent/AgentStep.tsx';
import { ApplicationFrame } from './features/application/ApplicationFrame.tsx';
import { useDraft } from './features/application/draft-context.tsx';
import { EmergencyStep } from './features/emergency/EmergencyStep.tsx';
import { ExpensesStep } from './features/expenses/ExpensesStep.tsx';
import { HomePage } from './features/home/HomePage.tsx';
import { IdentityStep } from './features/identity/IdentityStep.tsx';
import { IncomeStep } from './features/income/IncomeStep.tsx';
import { KinshipStep } from './features/kinship/KinshipStep.tsx';
import { MembersStep } from './features/members/MembersStep.tsx';
import { PropertyStep } from './features/property/PropertyStep.tsx';
import { SelfCareStep } from './features/self-care/SelfCareStep.tsx';
import { SupportersStep } from './features/supporters/SupportersStep.tsx';
import { SessionGate } from './session/SessionGate.tsx';
import { LostPage } from './ui/LostPage.tsx';
import { Waiting } from './ui/Waiting.tsx';

/** What a step of an application gets that lives in a folder of its own. */
export interface StepProps {
  draft: DraftView;
  refresh: () => void;
}

/** Loaded when first opened; the weight of camera and models is not paid at start. */
const MaterialsStep = lazy(async () => ({
  default: (await import('./features/materials/MaterialsStep.tsx')).MaterialsStep,
}));
const SigningStep = lazy(async () => ({
  default: (await import('./features/signing/SigningStep.tsx')).SigningStep,
}));
const CertificationStep = lazy(async () => ({
  default: (await import('./features/certification/CertificationStep.tsx')).CertificationStep,
}));
const ReviewStep = lazy(async () => ({
  default: (await import('./features/review/ReviewStep.tsx')).ReviewStep,
}));
const QueuePage = lazy(async () => ({ default: (await import('./features/queue/QueuePage.tsx')).QueuePage }));
const DossierPage = lazy(async () => ({
  default: (await import('./features/dossier/DossierPage.tsx')).DossierPage,
}));
const ProgressPage = lazy(async () => ({
  default: (await import('./features/progress/ProgressPage.tsx')).ProgressPage,
}));
const PreScreenPage = lazy(async () => ({
  default: (await import('./features/prescreen/PreScreenPage.tsx')).PreScreenPage,
}));
const OutboxPage = lazy(async () => ({
  default: (await import('./features/outbox/OutboxPage.tsx')).OutboxPage,
}));

const AlertsPage = lazy(async () => ({
  default: (await import('./features/alerts/AlertsPage.tsx')).AlertsPage,
}));
const AlertPage = lazy(async () => ({
  default: (await import('./features/alerts/AlertPage.tsx')).AlertPage,
}));
const TicketsPage = lazy(async () => ({
  default: (await import('./features/tickets/TicketsPage.tsx')).TicketsPage,
}));
const TicketPage = lazy(async () => ({
  default: (await import('./features/tickets/TicketPage.tsx')).TicketPage,
}));

const GuidePage = lazy(async () => ({ default: (await import('./features/guide/GuidePage.tsx')).GuidePage }));
const SupervisionPage = lazy(async () => ({
  default: (await import('./features/supervision/SupervisionPage.tsx')).SupervisionPage,
}));
const CalendarPage = lazy(async () => ({
  default: (await import('./features/calendar/CalendarPage.tsx')).CalendarPage,
}));

function LateStep({ Step }: { Step: ComponentType<StepProps> }) {
  const { draft, refresh } = useDraft();
  return (
    <Suspense fallback={<Waiting />}>
      <Step draft={draft} refresh={() => void refresh()} />
    </Suspense>
  );
}

function LatePage({ Page }: { Page: ComponentType }) {
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
            { path: 'emergency', element: <EmergencyStep /> },
            { path: 'expenses', element: <ExpensesStep /> },
            { path: 'supporters', element: <SupportersStep /> },
            { path: 'self-care', element: <SelfCareStep /> },
            { path: 'account', element: <AccountStep /> },
            { path: 'agent', element: <AgentStep /> },
            { path: 'materials', element: <LateStep Step={MaterialsStep} /> },
            { path: 'signing', element: <LateStep Step={SigningStep} /> },
            { path: 'certification', element: <LateStep Step={CertificationStep} /> },
            { path: 'review', element: <LateStep Step={ReviewStep} /> },
          ],
        },
        { path: 'prescreen', element: <LatePage Page={PreScreenPage} /> },
        { path: 'cases', element: <LatePage Page={QueuePage} /> },
        { path: 'cases/:caseId', element: <LatePage Page={DossierPage} /> },
        { path: 'alerts', element: <LatePage Page={AlertsPage} /> },
        { path: 'alerts/:alertId', element: <LatePage Page={AlertPage} /> },
        { path: 'tickets', element: <LatePage Page={TicketsPage} /> },
        { path: 'tickets/:ticketId', element: <LatePage Page={TicketPage} /> },
        { path: 'guide/:id?', element: <LatePage Page={GuidePage} /> },
        { path: 'supervision', element: <LatePage Page={SupervisionPage} /> },
        { path: 'progress', element: <LatePage Page={ProgressPage} /> },
        { path: 'calendar', element: <LatePage Page={CalendarPage} /> },
        { path: 'outbox', element: <LatePage Page={OutboxPage} /> },
        { path: '*', element: <LostPage /> },
      ],
    },
  ]);
