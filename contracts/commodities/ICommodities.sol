// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Values} from "../shared/Values.sol";

/// @notice `Offered` until its round ends, then what the round found. `Suspended` lots must not be sold.
enum LotState {
    None,
    Offered,
    Trusted,
    Flagged,
    Unproven,
    Suspended
}

/// @notice What the last finished lots of a commodity say of it; see {ICommodities-standingOf}.
enum Standing {
    New,
    Trusted,
    Mixed,
    Flagged
}

/// @notice A good under one GTIN and one quality model.
struct Commodity {
    address producer;
    uint32 modelId;
    /// Terms of the next lot; every lot keeps the terms it was offered under.
    uint16 feeBps;
    uint16 commissionBps;
    /// Lots offered so far.
    uint32 lots;
    /// GTIN-14 as a number; 0 for a good without one.
    uint64 gtin;
    /// What stands behind the claims, in the settlement asset.
    uint96 bond;
    /// Latest closing epoch of its lots.
    uint32 lastClosingEpoch;
    bool retired;
    /// Charges of the lots whose round is not over, should their seals stay closed; the bond covers them all, unless a court took it.
    uint96 pledged;
    /// Open cases about its lots; the bond stays as long as there are any.
    uint32 cases;
}

/// @notice The unit of truth and of sale.
struct Lot {
    uint32 commodityId;
    uint16 revision;
    /// Sold in epochs startEpoch … startEpoch + epochs − 1.
    uint32 startEpoch;
    uint8 epochs;
    LotState state;
    /// The sealed claims were opened and lie in `claims`.
    bool unsealed;
    uint8 parameterCount;
    uint16 feeBps;
    uint16 commissionBps;
    uint32 units;
    /// 1 for the commodity's first lot, 2 for its second, ….
    uint32 ordinal;
    /// Overall grade in basis points once the lot is Trusted or Flagged.
    uint16 gradeBps;
    /// The contract that runs this lot's round.
    address evaluations;
    /// What the bond is charged if the seal stays closed, as of the offer.
    uint96 sealCharge;
    /// Claimed values; lanes of sealed parameters are 0 until they are opened.
    Values claims;
    /// Hash of the sealed values and a salt.
    bytes32 sealedClaims;
}

/// @notice What settlement and evaluation need to know of a lot.
struct LotTerms {
    uint32 commodityId;
    uint32 modelId;
    address producer;
    address evaluations;
    uint32 startEpoch;
    uint32 closingEpoch;
    uint32 ordinal;
    uint16 feeBps;
    uint16 commissionBps;
    uint8 parameterCount;
    bool unsealed;
}

/// @notice What the round of a lot found, parameter by parameter.
struct Verdict {
    LotState state;
    int32[] consensus;
    int32[] claims;
    /// In basis points: 10,000 are 100 points.
    uint16[] grades;
    uint16 overallBps;
    uint32 reports;
    /// (Σ weight)² / Σ weight² in hundredths: so many reporters of equal weight would say as much.
    uint256 effectiveReports;
    /// Bit i is set where the consensus is more than one tolerance away from the opened sealed claim of parameter i.
    uint8 contested;
}

/// @notice What scoring needs to know of a lot, packed by parameter.
struct ScoringBasis {
    /// What was publicly known before: last final consensus, else open claim, else mid-range.
    Values base;
    /// Lane i (32 bits): tolerance of parameter i.
    uint256 tolerances;
    /// Lane i (16 bits): weight of parameter i in basis points.
    uint128 weights;
}

/// @title ICommodities
/// @notice Commodities, their lots, and what is claimed and found of each lot: its digital twin. The whole history of a
/// twin can be rebuilt from the events.
interface ICommodities {
    /// @notice A lot as a producer offers it.
    struct LotOffer {
        uint32 commodityId;
        /// Must be the model's newest revision; named so that a new revision cannot change what the producer claims.
        uint16 revision;
        /// GS1 batch or lot number (AI 10), ASCII, right-padded; unique for the commodity.
        bytes20 lotCode;
        uint32 units;
        uint32 startEpoch;
        uint8 epochs;
        /// Claims of the parameters that are not sealed, in their order.
        int32[] openClaims;
        /// See docs/encoding.md.
        bytes32 sealedClaims;
        bytes32 documentDigest;
    }

    event CommodityListed(
        uint32 indexed commodityId,
        address indexed producer,
        uint32 indexed modelId,
        uint64 gtin,
        uint16 feeBps,
        uint16 commissionBps,
        uint256 bond,
        bytes32 documentDigest
    );
    /// @notice Terms of the commodity's next lots.
    event TermsSet(uint32 indexed commodityId, uint16 feeBps, uint16 commissionBps);
    event CommodityRetired(uint32 indexed commodityId);
    /// @notice `bond` is the commodity's bond after the change.
    event BondChanged(uint32 indexed commodityId, uint256 bond);
    event LotOffered(
        uint32 indexed lotId,
        uint32 indexed commodityId,
        uint32 indexed modelId,
        bytes20 lotCode,
        Lot lot,
        bytes32 documentDigest
    );
    /// @notice The sealed claims were opened; `claims` holds the claim of every parameter, in order.
    event LotUnsealed(uint32 indexed lotId, int32[] claims, bytes32 salt);
    /// @notice A round ended with a consensus.
    event TwinProven(uint32 indexed lotId, uint32 indexed commodityId, Verdict verdict);
    /// @notice A round ended without a consensus.
    event TwinUnproven(uint32 indexed lotId, uint32 indexed commodityId, uint32 reports);
    /// @notice A lot was suspended; `charged` was taken from the commodity's bond. Once more for a lot that its seal and a court suspend.
    event LotSuspended(uint32 indexed lotId, uint32 indexed commodityId, uint256 charged);
    event EvaluationsAppointed(address indexed evaluations);
    event CommodityBondSet(uint256 previous, uint256 current);
    event UnsealChargeSet(uint256 previousBps, uint256 currentBps);

    /// @notice The last digit of the GTIN is not its check digit, or it has more than 14 digits.
    error InvalidGtin(uint64 gtin, uint8 checkDigit);
    /// @notice The rate is outside the limits that are fixed in code.
    error RateOutOfBounds(uint256 given, uint256 min, uint256 max);
    error UnknownCommodity(uint32 commodityId);
    error UnknownLot(uint32 lotId);
    error NotProducer(uint32 commodityId, address caller);
    error CommodityIsRetired(uint32 commodityId);
    /// @notice New lots need an active model.
    error ModelNotActive(uint32 modelId);
    /// @notice New lots use the newest revision.
    error RevisionOutdated(uint32 modelId, uint16 given, uint16 latest);
    /// @notice Not one claim for every open parameter: `given` is too few (missing) or too many (surplus).
    error ClaimCount(uint256 given, uint256 expected);
    error ClaimOutOfLegalRange(uint256 parameter, int32 claim, int32 legalMin, int32 legalMax);
    /// @notice The hash of the sealed claims is missing.
    error NoSealedClaims();
    error InvalidLotCode(bytes20 lotCode);
    error LotCodeTaken(uint32 commodityId, bytes20 lotCode);
    error NoUnits();
    error NoDocument();
    /// @notice A lot is sold for one to eight epochs.
    error SaleLength(uint8 epochs, uint8 max);
    /// @notice The sale must start in this epoch or one of the next few.
    error SaleStart(uint32 startEpoch, uint32 earliest, uint32 latest);
    /// @notice The bond is less than what is asked for plus the seal charges of all open lots and the new one. Top it up.
    error BondTooLow(uint32 commodityId, uint256 bond, uint256 required);
    /// @notice The bond stays until the rounds of all lots are over (and disputes could have been judged).
    error BondLocked(uint32 commodityId, uint32 freeFrom, uint32 currentEpoch);
    /// @notice Sealed claims are opened in the first half of the closing epoch only.
    error OutsideUnsealWindow(uint32 lotId, uint48 from, uint48 until);
    error AlreadyUnsealed(uint32 lotId);
    /// @notice Values and salt do not hash to the sealed claims.
    error SealMismatch(bytes32 expected, bytes32 given);
    /// @notice Only the lot's evaluations contract may do this.
    error NotEvaluations(uint32 lotId, address caller);
    /// @notice The lot's round has been concluded before.
    error AlreadyConcluded(uint32 lotId, LotState state);
    /// @notice No case about the lot's commodity is open, so nothing can have been overturned.
    error NotDisputed(uint32 lotId);
    /// @notice No evaluations contract is appointed yet.
    error NoEvaluations();

    /* PRODUCER */

    /// @notice Lists a commodity; the caller becomes its producer and pays the required bond.
    /// @param gtin GTIN-14 as a number, 0 for none.
    function list(
        uint32 modelId,
        uint64 gtin,
        uint16 feeBps,
        uint16 commissionBps,
        bytes32 documentDigest
    ) external returns (uint32 commodityId);

    /// @notice Changes the rates of the commodity's next lots.
    function setTerms(uint32 commodityId, uint16 feeBps, uint16 commissionBps) external;

    /// @notice Adds to a commodity's bond; anyone may.
    function topUpBond(uint32 commodityId, uint96 amount) external;

    /// @notice Offers a lot. Lots have the ids 0, 1, 2, …: positions in the settlement trees. The bond must be at least what is required
    /// plus the seal charges of all lots whose round is not over, this one included.
    function offer(LotOffer calldata lotOffer) external returns (uint32 lotId);

    /// @notice Opens the sealed claims of a lot; anyone who knows them may.
    /// @param values Claims of the sealed parameters, in their order.
    function unseal(uint32 lotId, int32[] calldata values, bytes32 salt) external;

    /// @notice Ends a commodity: its lots run off, new ones cannot be offered.
    function retire(uint32 commodityId) external;

    /// @notice Pays the bond of a retired commodity back to its producer.
    function withdrawBond(uint32 commodityId) external;

    /* EVALUATIONS */

    /// @notice Records the consensus of a lot's round and grades it.
    function concludeProven(
        uint32 lotId,
        Values consensus,
        uint32 reports,
        uint256 effectiveReports
    ) external returns (ScoringBasis memory);

    /// @notice Like {concludeProven} with a consensus that a court put in the place of the reporters'. Where the claim of a critical
    /// parameter is off from it by more than one tolerance (to the bad side), the lot is suspended and the whole bond of its commodity
    /// paid to the caller. Only while there is a case about the commodity.
    function concludeOverturned(
        uint32 lotId,
        Values consensus,
        uint32 reports,
        uint256 effectiveReports
    ) external returns (ScoringBasis memory, uint256 charged);

    /// @notice Records that a lot's round found nothing.
    function concludeUnproven(uint32 lotId, uint32 reports) external;

    /// @notice Suspends a lot whose sealed claims were not opened and pays the charge on the bond to the caller.
    function concludeSealed(uint32 lotId) external returns (uint256 charged);

    /* VIEWS */

    function lotOf(uint32 lotId) external view returns (Lot memory);

    function termsOf(uint32 lotId) external view returns (LotTerms memory);

    function commodityOf(uint32 commodityId) external view returns (Commodity memory);

    /// @notice Number of lots; the next lot's id.
    function lotCount() external view returns (uint32);

    /// @notice Whether a relay may sell units of the lot now: in its sale, not suspended, and with a bond that covers what is pledged.
    function isSellable(uint32 lotId) external view returns (bool);

    /// @notice Verdict over the last four judged lots (by closing epoch, then ordinal; `Unproven` lots say nothing and do not
    /// count): `Trusted` if all were, `Flagged` if the last one or two of them were flagged or suspended, `New` if none was
    /// judged, else `Mixed`.
    function standingOf(uint32 commodityId) external view returns (Standing);
}
