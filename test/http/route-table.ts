import { CALLERS, type Caller } from '../factories/store-fixture.js';

/**
 * Expected status of every operation for every role that sends a valid request. Each operation has one line; a
 * missing or an obsolete line fails the test.
 *
 * `pending` is a store manager whose token is still valid and whose account is pending. A shopper's data belongs to
 * the `owner`; `another` is a shopper too.
 */
const TABLE = `
  operation                anonymous pending owner another manager admin

  isLive                   200       200     200   200     200     200
  isReady                  200       200     200   200     200     200
  readMetrics              200       200     200   200     200     200
  getStore                 200       200     200   200     200     200

  register                 201       201     201   201     201     201
  login                    200       200     200   200     200     200
  refresh                  401       401     200   200     200     200
  logout                   204       204     204   204     204     204
  forgotPassword           202       202     202   202     202     202
  resetPassword            204       204     204   204     204     204
  confirmEmail             200       200     200   200     200     200

  getOwnProfile            401       401     200   200     200     200
  updateOwnProfile         401       401     200   200     200     200
  changeOwnPassword        401       401     200   200     200     200
  listOwnSessions          401       401     200   200     200     200
  resendEmailConfirmation  401       401     202   202     202     202
  withdrawEmailChange      401       401     204   204     204     204
  endOtherSessions         401       401     204   204     204     204
  endOwnSession            401       401     204   404     404     404

  getSubscription          200       200     200   200     200     200
  unsubscribeByLink        200       200     200   200     200     200

  listSections             200       200     200   200     200     200
  getSection               200       200     200   200     200     200
  listProducts             200       200     200   200     200     200
  getProduct               200       200     200   200     200     200
  getProductDetails        200       200     200   200     200     200
  findNearestSection       200       200     200   200     200     200
  wishForProduct           204       204     204   204     204     204

  getCart                  401       401     200   200     403     403
  clearCart                401       401     200   200     403     403
  setCartItem              401       401     200   200     403     403
  removeCartItem           401       401     200   200     403     403
  quoteCart                200       200     200   200     200     200
  mergeCart                401       401     200   200     403     403

  placeOrder               401       401     201   201     403     403
  listOrders               401       401     200   200     403     403
  listFrequentProducts     401       401     200   200     403     403
  getOrder                 401       401     200   404     403     403
  followOrder              401       401     200   404     403     403
  getInvoice               401       401     200   404     403     403
  getOrderDocument         401       401     200   404     403     403
  cancelOrder              401       401     200   404     403     403
  reorder                  401       401     200   404     403     403

  askForSection            401       401     201   201     201     201
  listOwnSectionRequests   401       401     200   200     200     200
  getOwnSectionRequest     401       401     200   404     404     404

  listAdminProducts        401       401     403   403     200     200
  listMatchingProducts     401       401     403   403     200     200
  getAdminProduct          401       401     403   403     200     200
  createProduct            401       401     403   403     201     201
  changeProduct            401       401     403   403     200     200
  changeProducts           401       401     403   403     200     200
  deleteProduct            401       401     403   403     204     204
  setProductImage          401       401     403   403     200     200
  removeProductImage       401       401     403   403     200     200
  setProductText           401       401     403   403     200     200
  setProductBarcodes       401       401     403   403     200     200
  listStockMovements       401       401     403   403     200     200
  moveStock                401       401     403   403     201     201

  listStockSheets          401       401     403   403     200     200
  createStockSheet         401       401     403   403     201     201
  getStockSheet            401       401     403   403     200     200
  saveStockSheet           401       401     403   403     200     200
  getStockSheetOutcome     401       401     403   403     200     200
  bookStockSheet           401       401     403   403     200     200
  discardStockSheet        401       401     403   403     204     204

  listCustomers            401       401     403   403     200     200
  getCustomer              401       401     403   403     200     200
  listCustomerOrders       401       401     403   403     200     200
  addCustomerNote          401       401     403   403     201     201
  inviteCustomer           401       401     403   403     204     204
  removeCustomerNote       401       401     403   403     204     204

  listExports              401       401     403   403     200     200
  createExport             401       401     403   403     202     202
  getExport                401       401     403   403     200     200
  getExportFile            401       401     403   403     200     200
  followExport             401       401     403   403     200     200
  removeExport             401       401     403   403     204     204

  listImports              401       401     403   403     200     200
  importProducts           401       401     403   403     202     202
  importCustomers          401       401     403   403     403     202
  importOrders             401       401     403   403     403     202
  getImport                401       401     403   403     200     200
  listImportErrors         401       401     403   403     200     200
  downloadImportErrors     401       401     403   403     200     200
  listImportRows           401       401     403   403     200     200
  listImportChanges        401       401     403   403     403     200
  countImportInvitations   401       401     403   403     403     200
  inviteImportedCustomers  401       401     403   403     403     202
  followImport             401       401     403   403     200     200
  applyImport              401       401     403   403     202     202
  checkImport              401       401     403   403     202     202
  createImportSections     401       401     403   403     403     202
  cancelImport             401       401     403   403     200     200

  listAdminOrders          401       401     403   403     200     200
  listMatchingOrders       401       401     403   403     200     200
  getAdminOrder            401       401     403   403     200     200
  getAdminInvoice          401       401     403   403     200     200
  getAdminOrderDocument    401       401     403   403     200     200
  setPickTicks             401       401     403   403     200     200
  transitionOrder          401       401     403   403     200     200
  transitionOrders         401       401     403   403     200     200
  undoTransitions          401       401     403   403     200     200
  giveDiscount             401       401     403   403     201     201
  removeDiscount           401       401     403   403     204     204
  takeOrder                401       401     403   403     201     201
  quoteOrder               401       401     403   403     200     200
  listCustomerFrequentProducts 401   401     403   403     200     200

  listDocuments            401       401     403   403     200     200
  getDocument              401       401     403   403     200     200
  creditDocument           401       401     403   403     403     201

  getDashboard             401       401     403   403     200     200
  followDashboard          401       401     403   403     200     200
  getChanges               401       401     403   403     200     200
  followChanges            401       401     403   403     200     200
  getFirstSteps            401       401     403   403     200     200
  dismissFirstSteps        401       401     403   403     204     204
  getSalesReport           401       401     403   403     200     200
  getStockReport           401       401     403   403     200     200
  getEngagementReport      401       401     403   403     200     200
  getTaxReport             401       401     403   403     200     200

  listAdminSections        401       401     403   403     200     200
  orderSections            401       401     403   403     403     200
  createSection            401       401     403   403     403     201
  changeSection            401       401     403   403     403     200
  setSectionText           401       401     403   403     403     200
  deleteSection            401       401     403   403     403     204
  listSavedViews           401       401     403   403     200     200
  createSavedView          401       401     403   403     201     201
  replaceSavedView         401       401     403   403     200     200
  deleteSavedView          401       401     403   403     204     204

  getSettings              401       401     403   403     403     200
  changeLegal              401       401     403   403     403     200
  changePricing            401       401     403   403     403     200
  changeTax                401       401     403   403     403     200
  changeDocuments          401       401     403   403     403     200

  listTaxClasses           401       401     403   403     200     200
  getTaxClass              401       401     403   403     200     200
  createTaxClass           401       401     403   403     403     201
  changeTaxClass           401       401     403   403     403     200
  setTaxRates              401       401     403   403     403     200
  deleteTaxClass           401       401     403   403     403     204

  listSynonyms             401       401     403   403     403     200
  getSynonyms              401       401     403   403     403     200
  createSynonyms           401       401     403   403     403     201
  changeSynonyms           401       401     403   403     403     200
  deleteSynonyms           401       401     403   403     403     204
  listWishes               401       401     403   403     200     200
  markWish                 401       401     403   403     200     200

  listSectionRequests      401       401     403   403     403     200
  getSectionRequest        401       401     403   403     403     200
  getSectionRequestImpact  401       401     403   403     403     200
  approveSectionRequest    401       401     403   403     403     200
  rejectSectionRequest     401       401     403   403     403     200

  listUsers                401       401     403   403     403     200
  getUser                  401       401     403   403     403     200
  listUserSessions         401       401     403   403     403     200
  endUserSessions          401       401     403   403     403     204
  getUserActivity          401       401     403   403     403     200
  updateUser               401       401     403   403     403     200
  approveUser              401       401     403   403     403     200
  suspendUser              401       401     403   403     403     200

  listMails                401       401     403   403     403     200
  getMail                  401       401     403   403     403     200

  listAuditLog             401       401     403   403     403     200
  checkBooks               401       401     403   403     403     200
  getJobs                  401       401     403   403     403     200
  retryFailure             401       401     403   403     403     202
  retryAllFailures         401       401     403   403     403     202
  openQueueBoard           401       401     403   403     403     204
`;

/** Returns the table as a map from operation to status by role. */
export function routeTable(): ReadonlyMap<string, Readonly<Record<Caller, number>>> {
  const lines = TABLE.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim().split(/\s+/)]));
  return new Map(
    lines
      .slice(1)
      .map(([operation = '', ...statuses]) => [
        operation,
        Object.fromEntries(CALLERS.map((caller, i) => [caller, Number(statuses[i])])) as Record<
          Caller,
          number
        >,
      ]),
  );
}
