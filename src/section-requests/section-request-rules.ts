import type { Role } from '../platform/access/roles.js';
import type { FieldError } from '../platform/common/domain-error.js';

export const SECTION_REQUEST_TYPES = ['create', 'rename', 'delete'] as const;

export type SectionRequestType = (typeof SECTION_REQUEST_TYPES)[number];

export const SECTION_REQUEST_STATUSES = ['pending', 'approved', 'rejected'] as const;

export type SectionRequestStatus = (typeof SECTION_REQUEST_STATUSES)[number];

const MAY_ASK: Readonly<Record<Role, readonly SectionRequestType[]>> = {
  user: ['create'],
  store_manager: SECTION_REQUEST_TYPES,
  admin: SECTION_REQUEST_TYPES,
};

/** Whether a role may ask for such a change. Deciding is another matter, and an admin's alone. */
export function mayAskFor(role: Role, requestType: SectionRequestType): boolean {
  return MAY_ASK[role].includes(requestType);
}

type Field = 'sectionId' | 'sectionName' | 'moveProductsTo';

const FIELDS: Readonly<
  Record<SectionRequestType, Readonly<Record<Field, 'needed' | 'allowed' | 'refused'>>>
> = {
  create: { sectionId: 'refused', sectionName: 'needed', moveProductsTo: 'refused' },
  rename: { sectionId: 'needed', sectionName: 'needed', moveProductsTo: 'refused' },
  delete: { sectionId: 'needed', sectionName: 'refused', moveProductsTo: 'allowed' },
};

/** What is wrong with the fields that came along with a type of request: one that it needs, or one that it has no use for. */
export function fieldFaults(
  requestType: SectionRequestType,
  given: Readonly<Partial<Record<Field, string | null>>>,
): FieldError[] {
  return Object.entries(FIELDS[requestType]).flatMap(([field, rule]): FieldError[] => {
    const isGiven = (given[field as Field] ?? undefined) !== undefined;
    if (rule === 'needed' && !isGiven) {
      return [{ field, code: 'field.required', message: `To ask for "${requestType}", ${field} is needed.` }];
    }
    if (rule === 'refused' && isGiven) {
      return [
        {
          field,
          code: 'field.unexpected',
          message: `To ask for "${requestType}", ${field} must be left out.`,
        },
      ];
    }
    return [];
  });
}

/**
 * Whether a decision may stand on the section as it is now: it has not changed since the request was made, or whoever
 * decides has looked at it again.
 *
 * @param present the section's version now; undefined where it is gone
 * @param lookedAt the version that whoever decides says to have seen
 */
export function isUpToDate(
  asked: number | null,
  present: number | undefined,
  lookedAt: number | undefined,
): boolean {
  return present !== undefined && (present === asked || present === lookedAt);
}

/** What a request says about the sections. */
export interface AboutSections {
  readonly requestType: SectionRequestType;
  readonly sectionId: string | null;
  readonly sectionName: string;
  readonly moveProductsTo: string | null;
}

/**
 * Whether doing what one request asks bears on another: both are about the same section, or it goes or comes where the
 * other's products shall go, or both want the same name.
 *
 * @param keyOf makes equal what counts as one name
 */
export function meets(one: AboutSections, other: AboutSections, keyOf: (name: string) => string): boolean {
  const sections = [other.sectionId, other.moveProductsTo];
  if (one.sectionId !== null && sections.includes(one.sectionId)) return true;
  if (one.moveProductsTo !== null && one.moveProductsTo === other.sectionId) return true;
  const bothName = one.requestType !== 'delete' && other.requestType !== 'delete';
  return bothName && keyOf(one.sectionName) === keyOf(other.sectionName);
}
