import type { PageMime } from '../../../domain/application/evidence.ts';
import { PageThumb } from '../dossier/PageThumb.tsx';
import { useOpenedPages } from '../dossier/read-page.ts';

interface Props {
  caseId: string;
  page: { digest: string; mime: PageMime };
  alt: string;
  height?: number;
}

/** A small picture of something the case refers to, or will by the coming step. */
export function CasePicture({ caseId, page, alt, height = 96 }: Props) {
  const opened = useOpenedPages(caseId, [page.digest]).get(page.digest);
  const bytes = opened?.ok ? opened.bytes : null;
  return (
    <PageThumb mime={page.mime} bytes={bytes} damaged={opened?.ok === false} label={alt} height={height} />
  );
}
