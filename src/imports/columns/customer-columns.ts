import type { ColumnRules } from './column-rules.js';
import type { ImportField } from './import-field.js';
import type { Preset } from './presets.js';

/** How people and other programs name the columns of customers, without spaces and signs, in English, German and Hindi. */
const SYNONYMS = {
  email: [
    ...['email', 'emailaddress', 'customeremail', 'mail', 'mailaddress', 'billingemail', 'useremail'],
    ...['emailadresse', 'mailadresse', 'ईमेल', 'ईमेलपता', 'मेल'],
  ],
  name: [
    ...['name', 'fullname', 'displayname', 'customername', 'customer', 'contactname', 'contact'],
    ...['kunde', 'kundenname', 'vollständigername', 'ansprechpartner'],
    ...['नाम', 'पूरानाम', 'ग्राहक', 'ग्राहककानाम'],
  ],
  firstName: ['firstname', 'givenname', 'forename', 'billingfirstname', 'vorname', 'पहलानाम', 'प्रथमनाम'],
  lastName: [
    ...['lastname', 'surname', 'familyname', 'billinglastname', 'nachname', 'familienname'],
    ...['उपनाम', 'अंतिमनाम', 'कुलनाम'],
  ],
  phone: [
    ...['phone', 'phonenumber', 'mobile', 'mobilenumber', 'mobileno', 'telephone', 'telephonenumber', 'tel'],
    ...['cell', 'cellphone', 'contactnumber', 'whatsapp', 'whatsappnumber', 'billingphone'],
    ...['telefon', 'telefonnummer', 'handy', 'handynummer', 'mobilnummer', 'mobiltelefon'],
    ...['फ़ोन', 'फोन', 'फ़ोननंबर', 'फोननंबर', 'मोबाइल', 'मोबाइलनंबर', 'दूरभाष'],
  ],
  locale: ['locale', 'language', 'preferredlanguage', 'sprache', 'भाषा'],
  line1: [
    ...['line1', 'addressline1', 'address1', 'streetaddress1', 'streetaddress', 'street', 'address'],
    ...[
      'billingaddress1',
      'deliveryaddress',
      'straße',
      'strasse',
      'anschrift',
      'adresse',
      'straßeundhausnummer',
    ],
    ...['पता', 'सड़क', 'गली', 'पतापंक्ति1'],
  ],
  line2: [
    ...['line2', 'addressline2', 'address2', 'streetaddress2', 'billingaddress2', 'landmark', 'apartment'],
    ...['adresszusatz', 'adresse2', 'पतापंक्ति2'],
  ],
  city: ['city', 'town', 'billingcity', 'stadt', 'ort', 'wohnort', 'शहर', 'नगर'],
  postalCode: [
    ...['postalcode', 'postcode', 'zip', 'zipcode', 'pincode', 'pin', 'billingpostcode'],
    ...['plz', 'postleitzahl', 'पिनकोड', 'पिन', 'डाककोड'],
  ],
  state: [
    ...['state', 'province', 'region', 'billingstate', 'stateprovince'],
    ...['bundesland', 'राज्य', 'प्रदेश'],
  ],
  note: [
    'note',
    'notes',
    'memo',
    'remark',
    'remarks',
    'comment',
    'comments',
    'notiz',
    'notizen',
    'bemerkung',
    'टिप्पणी',
  ],
  username: ['username', 'userlogin', 'login', 'loginname', 'benutzername', 'उपयोगकर्तानाम', 'यूज़रनेम'],
} as const satisfies Partial<Record<ImportField, readonly string[]>>;

const PRESETS: readonly Preset[] = [
  {
    // help.shopify.com/en/manual/customers/import-export-customers, with the headings of 2025 and of before.
    name: 'Shopify',
    signature: ['first name', 'last name', 'email', 'accepts email marketing'],
    columns: {
      'first name': 'firstName',
      'last name': 'lastName',
      email: 'email',
      'default address address1': 'line1',
      'default address address2': 'line2',
      'default address city': 'city',
      'default address province code': 'state',
      'default address zip': 'postalCode',
      address1: 'line1',
      address2: 'line2',
      city: 'city',
      'province code': 'state',
      zip: 'postalCode',
      phone: 'phone',
      note: 'note',
    },
  },
  {
    // woocommerce.com/document/woocommerce-analytics/customers-report
    name: 'WooCommerce',
    signature: ['name', 'username', 'email', 'total spend', 'aov'],
    columns: {
      name: 'name',
      username: 'username',
      email: 'email',
      city: 'city',
      region: 'state',
      'postal code': 'postalCode',
    },
  },
  {
    // squareup.com/help, "Import customers online": the customer directory's template and export.
    name: 'Square',
    signature: ['first name', 'last name', 'email address', 'phone number'],
    columns: {
      'first name': 'firstName',
      'last name': 'lastName',
      'email address': 'email',
      'phone number': 'phone',
      'street address 1': 'line1',
      'street address 2': 'line2',
      city: 'city',
      state: 'state',
      'postal code': 'postalCode',
      memo: 'note',
      notes: 'note',
    },
  },
];

/** Columns of files with customers. */
export const CUSTOMER_COLUMNS: ColumnRules = {
  fields: Object.keys(SYNONYMS) as (keyof typeof SYNONYMS)[],
  synonyms: SYNONYMS,
  presets: PRESETS,
  inParts: ['name'],
  rivals: {},
  exportedFacts: ['id', 'emailConfirmedAt', 'role', 'status', 'createdAt', 'lastActivity'],
  needed: [{ oneOf: ['email'], message: 'No column holds the e-mail address of the customer.' }],
};
