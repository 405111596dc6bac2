import type { ColumnRules } from './column-rules.js';
import type { ImportField } from './import-field.js';
import type { Preset } from './presets.js';

/** How people and other programs name the columns of past orders, without spaces and signs, in English, German and Hindi. */
const SYNONYMS = {
  order: [
    ...['order', 'ordernumber', 'orderno', 'orderid', 'ordername', 'invoice', 'invoicenumber', 'invoiceno'],
    ...['billnumber', 'billno', 'bill', 'receiptnumber', 'receipt', 'reference'],
    ...['bestellung', 'bestellnummer', 'auftragsnummer', 'auftrag', 'rechnungsnummer', 'belegnummer'],
    ...['ऑर्डर', 'ऑर्डरनंबर', 'ऑर्डरसंख्या', 'बिलनंबर', 'बिलसंख्या', 'बिल'],
  ],
  orderedAt: [
    ...['orderedat', 'timestamp', 'orderdate', 'ordereddate', 'date', 'datetime', 'createdat', 'placedat'],
    ...['invoicedate', 'billdate', 'saledate', 'bestelldatum', 'datum', 'rechnungsdatum', 'auftragsdatum'],
    ...['तारीख', 'तारीख़', 'दिनांक', 'तिथि', 'ऑर्डरकीतारीख'],
  ],
  email: [
    ...['email', 'emailaddress', 'customeremail', 'billingemail', 'mail', 'emailadresse', 'mailadresse'],
    ...['ईमेल', 'ईमेलपता', 'मेल'],
  ],
  username: ['username', 'userlogin', 'login', 'benutzername', 'उपयोगकर्तानाम', 'यूज़रनेम'],
  status: [
    ...['status', 'orderstatus', 'fulfillmentstatus', 'paymentstatus', 'bestellstatus', 'स्थिति', 'दशा'],
  ],
  productId: ['productid'],
  section: [
    'section',
    'category',
    'department',
    'productcategory',
    'kategorie',
    'abteilung',
    'विभाग',
    'श्रेणी',
  ],
  name: [
    ...['productname', 'product', 'item', 'itemname', 'lineitemname', 'article', 'name', 'description'],
    ...['artikel', 'artikelname', 'produkt', 'bezeichnung', 'सामान', 'उत्पाद', 'वस्तु', 'नाम'],
  ],
  quantity: [
    ...['quantity', 'qty', 'quantitysold', 'lineitemquantity', 'amountsold', 'units'],
    ...['menge', 'anzahl', 'मात्रा', 'संख्या'],
  ],
  unitType: ['unittype', 'unit', 'uom', 'unitofmeasure', 'einheit', 'इकाई', 'यूनिट'],
  price: [
    ...['rateperunit', 'unitprice', 'rate', 'priceperunit', 'itemprice', 'lineitemprice', 'saleprice'],
    ...['einzelpreis', 'stückpreis', 'preis', 'दर', 'भाव', 'रेट', 'price', 'दाम', 'कीमत'],
  ],
  lineTotal: [
    ...['linetotal', 'lineamount', 'amount', 'total', 'subtotal', 'netamount', 'grossamount', 'linesubtotal'],
    ...['gesamtpreis', 'summe', 'betrag', 'gesamt', 'राशि', 'रकम', 'कुल', 'price'],
  ],
  currency: ['currency', 'währung', 'मुद्रा'],
  recipient: [
    'recipient',
    'shippingname',
    'deliveryname',
    'billingname',
    'customername',
    'empfänger',
    'ग्राहककानाम',
  ],
  phone: [
    ...['phone', 'phonenumber', 'mobile', 'mobilenumber', 'shippingphone', 'billingphone', 'telephone'],
    ...['telefon', 'handy', 'mobilnummer', 'फ़ोन', 'फोन', 'मोबाइल'],
  ],
  line1: [
    ...['line1', 'addressline1', 'address1', 'streetaddress', 'street', 'address', 'deliveryaddress'],
    ...[
      'shippingaddress1',
      'billingaddress1',
      'straße',
      'strasse',
      'anschrift',
      'adresse',
      'पता',
      'सड़क',
      'गली',
    ],
  ],
  line2: [
    'line2',
    'addressline2',
    'address2',
    'shippingaddress2',
    'billingaddress2',
    'landmark',
    'adresszusatz',
  ],
  city: ['city', 'town', 'shippingcity', 'billingcity', 'stadt', 'ort', 'शहर', 'नगर'],
  postalCode: [
    ...['postalcode', 'postcode', 'zip', 'zipcode', 'pincode', 'pin', 'shippingzip', 'billingzip'],
    ...['plz', 'postleitzahl', 'पिनकोड', 'पिन', 'डाककोड'],
  ],
  state: ['state', 'province', 'region', 'shippingstate', 'billingstate', 'bundesland', 'राज्य', 'प्रदेश'],
  note: ['note', 'notes', 'ordernote', 'customernote', 'remark', 'remarks', 'notiz', 'bemerkung', 'टिप्पणी'],
} as const satisfies Partial<Record<ImportField, readonly string[]>>;

const PRESETS: readonly Preset[] = [
  {
    // help.shopify.com/en/manual/fulfillment/managing-orders/exporting-orders: a row for each line, the order in the first.
    name: 'Shopify',
    signature: ['name', 'lineitem name', 'lineitem quantity', 'lineitem price'],
    columns: {
      name: 'order',
      email: 'email',
      'financial status': 'status',
      'created at': 'orderedAt',
      currency: 'currency',
      'lineitem name': 'name',
      'lineitem quantity': 'quantity',
      'lineitem price': 'price',
      'shipping name': 'recipient',
      'shipping phone': 'phone',
      'shipping address1': 'line1',
      'shipping address2': 'line2',
      'shipping city': 'city',
      'shipping zip': 'postalCode',
      'shipping province': 'state',
      notes: 'note',
    },
  },
];

/** Columns of files with past orders. */
export const ORDER_COLUMNS: ColumnRules = {
  fields: Object.keys(SYNONYMS) as (keyof typeof SYNONYMS)[],
  synonyms: SYNONYMS,
  presets: PRESETS,
  inParts: [],
  rivals: {},
  exportedFacts: ['orderId', 'userId', 'id', 'reference'],
  needed: [
    { oneOf: ['order'], message: 'No column holds the number of the order.' },
    { oneOf: ['orderedAt'], message: 'No column holds the date of the order.' },
    { oneOf: ['email', 'username'], message: 'No column holds the e-mail address of the customer.' },
    { oneOf: ['name'], message: 'No column holds the name of the product.' },
    { oneOf: ['quantity'], message: 'No column holds the quantity.' },
    { oneOf: ['price', 'lineTotal'], message: 'No column holds the rate, or the total of the line.' },
  ],
};
