import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { AcceptsForm } from '../../platform/http/decorators/accepts-form.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.js';
import { importErrors } from '../imports.errors.js';
import { fileTooLarge, MAX_FILE_BYTES } from './uploaded-file.js';

const PROPERTIES = {
  file: {
    type: 'string',
    format: 'binary',
    description:
      'CSV or .xlsx with a row of headings, at most 50 MB. Encoding, separator and decimal mark are detected.',
  },
  reading: {
    type: 'string',
    description:
      'What is not to be detected, as JSON of ReadingBody: {"columns":["section","name","-","price"],"fixed":{"unitType":"piece"}}.',
  },
  dryRun: { type: 'boolean', default: false, description: 'True to only report what would change.' },
  confirmRepeat: {
    type: 'boolean',
    default: false,
    description: 'True to apply rows that another import has applied before.',
  },
};

const CONFIRM_RATES = {
  type: 'boolean',
  default: false,
  description: 'True to apply rates that change more than fivefold.',
};

/** Accepts the form with a file to import, and describes it. */
export const ImportForm = (confirms?: 'confirmRateChanges'): MethodDecorator =>
  applyDecorators(
    AcceptsForm({ maxFileBytes: MAX_FILE_BYTES, tooLarge: fileTooLarge }),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: {
        type: 'object',
        required: ['file'],
        properties: confirms === undefined ? PROPERTIES : { ...PROPERTIES, [confirms]: CONFIRM_RATES },
      },
    }),
    ApiProblems(
      importErrors['too-large'],
      importErrors['not-readable'],
      importErrors['too-many'],
      importErrors['no-room'],
      importErrors['file-applied-before'],
    ),
  );
