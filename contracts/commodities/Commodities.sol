// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IQualityModels, Parameter} from "../models/IQualityModels.sol";
import {AssetTransfers} from "../shared/AssetTransfers.sol";
import {Bounds} from "../shared/Bounds.sol";
import {EpochClock} from "../shared/EpochClock.sol";
import {Schedule} from "../shared/Schedule.sol";
import {SelfPermit} from "../shared/SelfPermit.sol";
import {Values, distance} from "../shared/Values.sol";
import {Grading} from "./Grading.sol";
import {Gs1} from "./Gs1.sol";
import {Commodity, ICommodities, Lot, LotState, LotTerms, ScoringBasis, Standing, Verdict} from "./ICommodities.sol";

/// @title Commodities
/// @notice Listing, offering, unsealing and the twins. Holds the producers' bonds. Trusts the evaluations contract that
/// the timelock appointed when a lot was offered, and for that lot only: it concludes the lot once and can take at most the
/// unseal charge of its commodity's bond.
contract Commodities is ICommodities, EpochClock, SelfPermit, AccessManaged {
    using SafeERC20 for IERC20;

    /// @notice The latest final consensus of one parameter of a commodity and the one before it, so that lots closing in
    /// the same epoch all compare with earlier lots only.
    struct Known {
        int32 value;
        int32 previousValue;
        uint8 decimals;
        uint8 previousDecimals;
        /// Closing epoch of the lot behind `value`; 0 when nothing is known.
        uint32 closingEpoch;
        uint32 previousClosingEpoch;
        uint32 lotId;
    }

    uint16 private constant MIN_FEE_BPS = 100;
    uint16 private constant MAX_FEE_BPS = 3_000;
    uint16 private constant MAX_COMMISSION_BPS = 2_000;
    uint8 private constant MAX_SALE_EPOCHS = 8;
    /// @dev How far ahead a sale may be announced.
    uint32 private constant MAX_LEAD_EPOCHS = 4;
    /// @dev After the last closing epoch: scoring, and time for a dispute to be judged.
    uint32 private constant BOND_DELAY_EPOCHS = 8;
    uint256 private constant MIN_BOND = 1e6;
    uint256 private constant MAX_BOND = 1_000_000e6;
    uint256 private constant MIN_UNSEAL_CHARGE_BPS = 1_000;
    uint256 private constant MAX_UNSEAL_CHARGE_BPS = 10_000;
    uint256 private constant BPS = 10_000;
    /// @dev A judged lot in the record: closing epoch (32 bits), ordinal (24), state (8). The newest is the lowest.
    uint256 private constant RECORD_BITS = 64;
    uint256 private constant STANDING_LOTS = 4;
    bytes32 private constant SEALED_CLAIMS = keccak256("TrustedCommerceCommune.SealedClaims");

    IQualityModels public immutable models;

    /// @notice Runs the rounds of lots offered from now on.
    address public evaluations;
    /// @notice Bond a commodity needs to be listed and to offer lots.
    uint96 public bondRequired = 500e6;
    /// @notice Part of the required bond that an unopened seal costs.
    uint16 public unsealChargeBps = 2_500;
    /// @notice Number of commodities; ids are 1, 2, 3, ….
    uint32 public commodityCount;
    /// @inheritdoc ICommodities
    uint32 public lotCount;

    mapping(uint32 commodityId => Commodity commodity) private _commodities;
    mapping(uint32 lotId => Lot lot) private _lots;
    mapping(uint32 commodityId => mapping(bytes20 lotCode => bool taken)) private _lotCodes;
    mapping(uint32 lotId => bytes20 lotCode) public lotCodeOf;
    mapping(uint32 commodityId => mapping(bytes12 code => Known known)) private _known;
    mapping(uint32 commodityId => uint256 entries) private _record;

    constructor(
        address authority,
        IERC20 asset_,
        IQualityModels models_,
        uint48 genesis_,
        uint32 epochLength_
    ) EpochClock(genesis_, epochLength_) SelfPermit(asset_) AccessManaged(authority) {
        models = models_;
        emit CommodityBondSet(0, bondRequired);
        emit UnsealChargeSet(0, unsealChargeBps);
    }

    /* PRODUCER */

    /// @inheritdoc ICommodities
    function list(
        uint32 modelId,
        uint64 gtin,
        uint16 feeBps,
        uint16 commissionBps,
        bytes32 documentDigest
    ) external returns (uint32 commodityId) {
        require(models.isActive(modelId), ModelNotActive(modelId));
        uint8 checkDigit = Gs1.checkDigit(gtin);
        require(gtin <= Gs1.MAX_GTIN_14 && gtin % 10 == checkDigit, InvalidGtin(gtin, checkDigit));
        _checkTerms(feeBps, commissionBps);
        require(documentDigest != 0, NoDocument());

        commodityId = ++commodityCount;
        uint96 bond = bondRequired;
        Commodity storage commodity = _commodities[commodityId];
        (commodity.producer, commodity.modelId) = (msg.sender, modelId);
        (commodity.feeBps, commodity.commissionBps) = (feeBps, commissionBps);
        (commodity.gtin, commodity.bond) = (gtin, bond);
        emit CommodityListed(commodityId, msg.sender, modelId, gtin, feeBps, commissionBps, bond, documentDigest);
        AssetTransfers.pull(asset, msg.sender, bond);
    }

    /// @inheritdoc ICommodities
    function setTerms(uint32 commodityId, uint16 feeBps, uint16 commissionBps) external {
        Commodity storage commodity = _ownCommodity(commodityId);
        _checkTerms(feeBps, commissionBps);
        (commodity.feeBps, commodity.commissionBps) = (feeBps, commissionBps);
        emit TermsSet(commodityId, feeBps, commissionBps);
    }

    /// @inheritdoc ICommodities
    function topUpBond(uint32 commodityId, uint96 amount) external {
        Commodity storage commodity = _commodity(commodityId);
        require(!commodity.retired, CommodityIsRetired(commodityId));
        commodity.bond += amount;
        emit BondChanged(commodityId, commodity.bond);
        AssetTransfers.pull(asset, msg.sender, amount);
    }

    /// @inheritdoc ICommodities
    function offer(LotOffer calldata lotOffer) external returns (uint32 lotId) {
        uint32 commodityId = lotOffer.commodityId;
        Commodity storage commodity = _ownCommodity(commodityId);
        require(!commodity.retired, CommodityIsRetired(commodityId));
        uint96 charge = uint96((uint256(bondRequired) * unsealChargeBps) / BPS);
        commodity.pledged += charge;
        uint256 required = Math.max(bondRequired, commodity.pledged);
        require(commodity.bond >= required, BondTooLow(commodityId, commodity.bond, required));
        require(evaluations != address(0), NoEvaluations());
        _checkOffer(lotOffer, commodity.modelId);
        _checkSale(lotOffer.startEpoch, lotOffer.epochs);

        Parameter[] memory parameters = models.parametersOf(commodity.modelId, lotOffer.revision);
        lotId = lotCount++;
        _lotCodes[commodityId][lotOffer.lotCode] = true;
        lotCodeOf[lotId] = lotOffer.lotCode;
        uint32 ordinal = ++commodity.lots;
        uint32 closing = Schedule.closingEpoch(lotOffer.startEpoch, lotOffer.epochs);
        if (closing > commodity.lastClosingEpoch) commodity.lastClosingEpoch = closing;
        Lot memory lot = Lot({
            commodityId: commodityId,
            revision: lotOffer.revision,
            startEpoch: lotOffer.startEpoch,
            epochs: lotOffer.epochs,
            state: LotState.Offered,
            unsealed: false,
            parameterCount: uint8(parameters.length),
            feeBps: commodity.feeBps,
            commissionBps: commodity.commissionBps,
            units: lotOffer.units,
            ordinal: ordinal,
            gradeBps: 0,
            evaluations: evaluations,
            sealCharge: charge,
            claims: _merge(parameters, Values.wrap(0), lotOffer.openClaims, false),
            sealedClaims: lotOffer.sealedClaims
        });
        _lots[lotId] = lot;
        emit LotOffered(lotId, commodityId, commodity.modelId, lotOffer.lotCode, lot, lotOffer.documentDigest);
    }

    /// @inheritdoc ICommodities
    function unseal(uint32 lotId, int32[] calldata values, bytes32 salt) external {
        Lot storage lot = _lot(lotId);
        uint32 closing = Schedule.closingEpoch(lot.startEpoch, lot.epochs);
        uint48 from = epochStart(closing);
        uint48 until = from + epochLength / 2;
        require(block.timestamp >= from && block.timestamp < until, OutsideUnsealWindow(lotId, from, until));
        require(!lot.unsealed, AlreadyUnsealed(lotId));
        bytes32 given = keccak256(
            abi.encode(SEALED_CLAIMS, block.chainid, address(this), lot.commodityId, lotCodeOf[lotId], values, salt)
        );
        require(given == lot.sealedClaims, SealMismatch(lot.sealedClaims, given));

        Parameter[] memory parameters = models.parametersOf(_commodities[lot.commodityId].modelId, lot.revision);
        lot.unsealed = true;
        lot.claims = _merge(parameters, lot.claims, values, true);
        emit LotUnsealed(lotId, lot.claims.unpack(parameters.length), salt);
    }

    /// @inheritdoc ICommodities
    function retire(uint32 commodityId) external {
        Commodity storage commodity = _ownCommodity(commodityId);
        require(!commodity.retired, CommodityIsRetired(commodityId));
        commodity.retired = true;
        emit CommodityRetired(commodityId);
    }

    /// @inheritdoc ICommodities
    function withdrawBond(uint32 commodityId) external {
        Commodity storage commodity = _ownCommodity(commodityId);
        // A commodity that never offered a lot has nothing to wait for.
        uint32 freeFrom = commodity.lots == 0 ? 0 : commodity.lastClosingEpoch + BOND_DELAY_EPOCHS;
        uint32 epoch = currentEpoch();
        require(commodity.retired && epoch >= freeFrom, BondLocked(commodityId, freeFrom, epoch));
        uint256 bond = commodity.bond;
        commodity.bond = 0;
        emit BondChanged(commodityId, 0);
        asset.safeTransfer(msg.sender, bond);
    }

    /* EVALUATIONS */

    /// @inheritdoc ICommodities
    function concludeProven(
        uint32 lotId,
        Values consensus,
        uint32 reports,
        uint256 effectiveReports
    ) external returns (ScoringBasis memory basis) {
        Lot storage lot = _concludable(lotId);
        Parameter[] memory parameters = models.parametersOf(_commodities[lot.commodityId].modelId, lot.revision);
        basis = _learn(lotId, lot, parameters, consensus);
        Verdict memory verdict = _grade(parameters, lot.claims, consensus);
        (verdict.reports, verdict.effectiveReports) = (reports, effectiveReports);
        lot.gradeBps = verdict.overallBps;
        _conclude(lot, verdict.state);
        emit TwinProven(lotId, lot.commodityId, verdict);
    }

    /// @inheritdoc ICommodities
    function concludeUnproven(uint32 lotId, uint32 reports) external {
        Lot storage lot = _concludable(lotId);
        _conclude(lot, LotState.Unproven);
        emit TwinUnproven(lotId, lot.commodityId, reports);
    }

    /// @inheritdoc ICommodities
    function concludeSealed(uint32 lotId) external returns (uint256 charged) {
        Lot storage lot = _concludable(lotId);
        Commodity storage commodity = _commodities[lot.commodityId];
        charged = Math.min(commodity.bond, lot.sealCharge);
        commodity.bond -= uint96(charged);
        _conclude(lot, LotState.Suspended);
        emit BondChanged(lot.commodityId, commodity.bond);
        emit LotSuspended(lotId, lot.commodityId, charged);
        if (charged > 0) asset.safeTransfer(msg.sender, charged);
    }

    /* GOVERNANCE */

    /// @notice Appoints the contract that runs the rounds of lots offered from now on; running rounds keep theirs.
    function appointEvaluations(address evaluations_) external restricted {
        evaluations = evaluations_;
        emit EvaluationsAppointed(evaluations_);
    }

    /// @notice Sets the bond a commodity needs to be listed and to offer lots.
    function setBondRequired(uint96 bond) external restricted {
        Bounds.check("commodityBond", bond, MIN_BOND, MAX_BOND);
        emit CommodityBondSet(bondRequired, bond);
        bondRequired = bond;
    }

    /// @notice Sets the part of the required bond that an unopened seal costs.
    function setUnsealCharge(uint16 bps) external restricted {
        Bounds.check("unsealChargeBps", bps, MIN_UNSEAL_CHARGE_BPS, MAX_UNSEAL_CHARGE_BPS);
        emit UnsealChargeSet(unsealChargeBps, bps);
        unsealChargeBps = bps;
    }

    /* VIEWS */

    /// @inheritdoc ICommodities
    function lotOf(uint32 lotId) external view returns (Lot memory) {
        return _lot(lotId);
    }

    /// @inheritdoc ICommodities
    function termsOf(uint32 lotId) external view returns (LotTerms memory) {
        Lot storage lot = _lot(lotId);
        Commodity storage commodity = _commodities[lot.commodityId];
        return
            LotTerms({
                commodityId: lot.commodityId,
                modelId: commodity.modelId,
                producer: commodity.producer,
                evaluations: lot.evaluations,
                startEpoch: lot.startEpoch,
                closingEpoch: Schedule.closingEpoch(lot.startEpoch, lot.epochs),
                ordinal: lot.ordinal,
                feeBps: lot.feeBps,
                commissionBps: lot.commissionBps,
                parameterCount: lot.parameterCount,
                unsealed: lot.unsealed
            });
    }

    /// @inheritdoc ICommodities
    function commodityOf(uint32 commodityId) external view returns (Commodity memory) {
        return _commodity(commodityId);
    }

    /// @inheritdoc ICommodities
    function isSellable(uint32 lotId) external view returns (bool) {
        if (lotId >= lotCount) return false;
        Lot storage lot = _lots[lotId];
        uint32 epoch = currentEpoch();
        return lot.state == LotState.Offered && epoch >= lot.startEpoch && epoch < lot.startEpoch + lot.epochs;
    }

    /// @inheritdoc ICommodities
    function standingOf(uint32 commodityId) external view returns (Standing) {
        _commodity(commodityId);
        uint256 record = _record[commodityId];
        if (record == 0) return Standing.New;
        uint256 trusted;
        uint256 bad;
        uint256 finished;
        for (; finished < STANDING_LOTS; ++finished) {
            LotState state = LotState(uint8(record >> (finished * RECORD_BITS)));
            if (state == LotState.None) break;
            if (state == LotState.Trusted) ++trusted;
            if (state == LotState.Flagged || state == LotState.Suspended) {
                ++bad;
                if (finished == 0) return Standing.Flagged;
            }
        }
        if (bad >= 2) return Standing.Flagged;
        return trusted == finished ? Standing.Trusted : Standing.Mixed;
    }

    /// @notice The commodity's last final consensus of a parameter; `closingEpoch` is 0 when there is none.
    function lastConsensus(uint32 commodityId, bytes12 code) external view returns (Known memory) {
        return _known[commodityId][code];
    }

    /* INTERNAL */

    function _checkTerms(uint16 feeBps, uint16 commissionBps) internal pure {
        require(feeBps >= MIN_FEE_BPS && feeBps <= MAX_FEE_BPS, RateOutOfBounds(feeBps, MIN_FEE_BPS, MAX_FEE_BPS));
        require(commissionBps <= MAX_COMMISSION_BPS, RateOutOfBounds(commissionBps, 0, MAX_COMMISSION_BPS));
    }

    function _checkOffer(LotOffer calldata lotOffer, uint32 modelId) internal view {
        require(models.isActive(modelId), ModelNotActive(modelId));
        uint16 latest = models.latestRevision(modelId);
        require(lotOffer.revision == latest, RevisionOutdated(modelId, lotOffer.revision, latest));
        require(Gs1.isLotCode(lotOffer.lotCode), InvalidLotCode(lotOffer.lotCode));
        require(
            !_lotCodes[lotOffer.commodityId][lotOffer.lotCode],
            LotCodeTaken(lotOffer.commodityId, lotOffer.lotCode)
        );
        require(lotOffer.units > 0, NoUnits());
        require(lotOffer.sealedClaims != 0, NoSealedClaims());
        require(lotOffer.documentDigest != 0, NoDocument());
    }

    function _checkSale(uint32 startEpoch, uint8 epochs) internal view {
        require(epochs > 0 && epochs <= MAX_SALE_EPOCHS, SaleLength(epochs, MAX_SALE_EPOCHS));
        uint32 earliest = currentEpoch();
        uint32 latest = earliest + MAX_LEAD_EPOCHS;
        require(startEpoch >= earliest && startEpoch <= latest, SaleStart(startEpoch, earliest, latest));
    }

    /// @dev Puts `values` into the lanes of the parameters that are (not) sealed; one for each of them, inside its range.
    function _merge(
        Parameter[] memory parameters,
        Values claims,
        int32[] calldata values,
        bool isSealed
    ) internal pure returns (Values) {
        uint256 next;
        for (uint256 i; i < parameters.length; ++i) {
            Parameter memory p = parameters[i];
            if (p.isSealed != isSealed) continue;
            if (next < values.length) {
                int32 claim = values[next];
                require(
                    claim >= p.legalMin && claim <= p.legalMax,
                    ClaimOutOfLegalRange(i, claim, p.legalMin, p.legalMax)
                );
                claims = claims.with(i, claim);
            }
            ++next;
        }
        require(next == values.length, ClaimCount(values.length, next));
        return claims;
    }

    /// @dev What was known of every parameter before this lot, and the lot's consensus as what is known from now on.
    function _learn(
        uint32 lotId,
        Lot storage lot,
        Parameter[] memory parameters,
        Values consensus
    ) internal returns (ScoringBasis memory basis) {
        uint32 closing = Schedule.closingEpoch(lot.startEpoch, lot.epochs);
        for (uint256 i; i < parameters.length; ++i) {
            Parameter memory p = parameters[i];
            Known memory known = _known[lot.commodityId][p.code];
            basis.base = basis.base.with(i, _baseOf(p, known, closing, lot.claims.get(i)));
            basis.tolerances |= uint256(p.tolerance) << (32 * i);
            basis.weights |= uint128(p.weightBps) << uint128(16 * i);

            if (closing < known.closingEpoch || (closing == known.closingEpoch && lotId < known.lotId)) continue;
            if (closing > known.closingEpoch) {
                known.previousValue = known.value;
                known.previousDecimals = known.decimals;
                known.previousClosingEpoch = known.closingEpoch;
            }
            known.value = consensus.get(i);
            known.decimals = p.decimals;
            known.closingEpoch = closing;
            known.lotId = lotId;
            _known[lot.commodityId][p.code] = known;
        }
    }

    function _baseOf(
        Parameter memory p,
        Known memory known,
        uint32 closing,
        int32 claim
    ) internal pure returns (int32) {
        bool latest = known.closingEpoch < closing;
        uint32 knownAt = latest ? known.closingEpoch : known.previousClosingEpoch;
        uint8 decimals = latest ? known.decimals : known.previousDecimals;
        if (knownAt != 0 && knownAt < closing && decimals == p.decimals) {
            return latest ? known.value : known.previousValue;
        }
        return p.isSealed ? int32((int256(p.legalMin) + p.legalMax) / 2) : claim;
    }

    function _grade(
        Parameter[] memory parameters,
        Values claims,
        Values consensus
    ) internal pure returns (Verdict memory verdict) {
        verdict.state = LotState.Trusted;
        verdict.consensus = consensus.unpack(parameters.length);
        verdict.claims = claims.unpack(parameters.length);
        verdict.grades = new uint16[](parameters.length);
        uint256 weighted;
        for (uint256 i; i < parameters.length; ++i) {
            Parameter memory p = parameters[i];
            (int32 claim, int32 found) = (claims.get(i), consensus.get(i));
            uint256 grade = Grading.gradeBps(Grading.deviation(p, claim, found));
            verdict.grades[i] = uint16(grade);
            weighted += grade * p.weightBps;
            bool failed = p.critical && grade < Grading.PASS_BPS;
            if (failed || found < p.legalMin || found > p.legalMax) verdict.state = LotState.Flagged;
            if (p.isSealed && distance(found, claim) > p.tolerance) verdict.contested |= uint8(1 << i);
        }
        verdict.overallBps = uint16(weighted / BPS);
    }

    function _concludable(uint32 lotId) internal view returns (Lot storage lot) {
        lot = _lot(lotId);
        require(msg.sender == lot.evaluations, NotEvaluations(lotId, msg.sender));
        require(lot.state == LotState.Offered, AlreadyConcluded(lotId, lot.state));
    }

    function _conclude(Lot storage lot, LotState state) internal {
        lot.state = state;
        _commodities[lot.commodityId].pledged -= lot.sealCharge;
        if (state != LotState.Unproven) _enter(lot, state);
    }

    /// @dev Keeps the record sorted, so that the order in which lots are concluded does not matter; what is older than the last
    /// four falls out.
    function _enter(Lot storage lot, LotState state) internal {
        uint256 record = _record[lot.commodityId];
        uint256 entry =
            (uint256(Schedule.closingEpoch(lot.startEpoch, lot.epochs)) << 32) |
                (uint256(uint24(lot.ordinal)) << 8) |
                uint8(state);
        uint256 place;
        while (place < STANDING_LOTS && uint64(record >> (RECORD_BITS * place)) > entry) ++place;
        if (place == STANDING_LOTS) return;
        uint256 shift = RECORD_BITS * place;
        uint256 newer = record & ((1 << shift) - 1);
        _record[lot.commodityId] = newer | (entry << shift) | ((record >> shift) << (shift + RECORD_BITS));
    }

    function _ownCommodity(uint32 commodityId) internal view returns (Commodity storage commodity) {
        commodity = _commodity(commodityId);
        require(commodity.producer == msg.sender, NotProducer(commodityId, msg.sender));
    }

    function _commodity(uint32 commodityId) internal view returns (Commodity storage) {
        require(commodityId != 0 && commodityId <= commodityCount, UnknownCommodity(commodityId));
        return _commodities[commodityId];
    }

    function _lot(uint32 lotId) internal view returns (Lot storage lot) {
        lot = _lots[lotId];
        require(lot.commodityId != 0, UnknownLot(lotId));
    }
}
