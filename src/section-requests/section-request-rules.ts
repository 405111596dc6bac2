import type { Role } from '../platform/access/roles.js';
import type { FieldError } from '../platform/common/errors/domain-error.js';

export const SECTION_REQUEST_TYPES = ['create', 'rename', 'delete'] as const;

export type SectionRequestType = (typeof SECTION_REQUEST_TYPES)[number];

export const SECTION_REQUEST_STATUSES = ['pending', 'approved', 'rejected'] as const;

export type SectionRequestStatus = (typeof SECTION_REQUEST_STATUSES)[number];

const REQUESTABLE_TYPES: Readonly<Record<Role, readonly SectionRequestType[]>> = {
  user: ['create', 'rename'],
  store_manager: SECTION_REQUEST_TYPES,
  admin: SECTION_REQUEST_TYPES,
};

/** Returns true if a role may request this type of change. Deciding is reserved for admins. */
export function mayRequest(role: Role, requestType: SectionRequestType): boolean {
  return REQUESTABLE_TYPES[role].includes(requestType);
}

type Field = 'sectionId' | 'sectionName' | 'moveProductsTo';

const FIELD_RULES: Readonly<
  Record<SectionRequestType, Readonly<Record<Field, 'required' | 'optional' | 'forbidden'>>>
> = {
  create: { sectionId: 'forbidden', sectionName: 'required', moveProductsTo: 'forbidden' },
  rename: { sectionId: 'required', sectionName: 'required', moveProductsTo: 'forbidden' },
  delete: { sectionId: 'required', sectionName: 'forbidden', moveProductsTo: 'optional' },
};

/** Returns an error for each missing required field, and for each field that the type of request forbids. */
export function fieldErrors(
  requestType: SectionRequestType,
  input: Readonly<Partial<Record<Field, string | null>>>,
): FieldError[] {
  return Object.entries(FIELD_RULES[requestType]).flatMap(([field, rule]): FieldError[] => {
    const isPresent = (input[field as Field] ?? undefined) !== undefined;
    if (rule === 'required' && !isPresent) {
      return [{ field, code: 'field.required', message: `A "${requestType}" request requires ${field}.` }];
    }
    if (rule === 'forbidden' && isPresent) {
      return [
        {
          field,
          code: 'field.unexpected',
          message: `A "${requestType}" request must not have ${field}.`,
        },
      ];
    }
    return [];
  });
}

/**
 * Returns true if a decision may be based on the current section: it is unchanged since the request, or the admin has
 * reviewed the current version.
 *
 * @param requestedVersion version of the section at the time of the request
 * @param currentVersion current version of the section; undefined if it is deleted
 * @param reviewedVersion version that the admin claims to have reviewed
 */
export function isUpToDate(
  requestedVersion: number | null,
  currentVersion: number | undefined,
  reviewedVersion: number | undefined,
): boolean {
  return (
    currentVersion !== undefined &&
    (currentVersion === requestedVersion || currentVersion === reviewedVersion)
  );
}

/** Sections and name that a request concerns. */
export interface SectionChangeTarget {
  readonly requestType: SectionRequestType;
  readonly sectionId: string | null;
  readonly sectionName: string;
  readonly moveProductsTo: string | null;
}

/**
 * Returns true if approving one request affects another. Both concern the same section, or one concerns the section
 * that receives the other's products, or both need the same name.
 *
 * @param keyOf returns the same key for equivalent names
 */
export function conflictsWith(
  request: SectionChangeTarget,
  other: SectionChangeTarget,
  keyOf: (name: string) => string,
): boolean {
  const sections = [other.sectionId, other.moveProductsTo];
  if (request.sectionId !== null && sections.includes(request.sectionId)) return true;
  if (request.moveProductsTo !== null && request.moveProductsTo === other.sectionId) return true;
  const bothNeedName = request.requestType !== 'delete' && other.requestType !== 'delete';
  return bothNeedName && keyOf(request.sectionName) === keyOf(other.sectionName);
}
