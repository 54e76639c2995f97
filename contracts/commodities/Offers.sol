// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter} from "../models/IQualityModels.sol";
import {Schedule} from "../shared/Schedule.sol";
import {Values} from "../shared/Values.sol";
import {CommodityStore} from "./CommodityStore.sol";
import {Gs1} from "./Gs1.sol";
import {Commodity, ICommodities, Lot, LotState} from "./ICommodities.sol";

/// @title Offers
/// @notice Lots with claims for every parameter, some of them sealed until the reports are in.
abstract contract Offers is CommodityStore {
    uint8 private constant MAX_SALE_EPOCHS = 8;
    /// @dev How far ahead a sale may be announced.
    uint32 private constant MAX_LEAD_EPOCHS = 4;
    bytes32 private constant SEALED_CLAIMS = keccak256("TrustedCommerceCommune.SealedClaims");

    mapping(uint32 commodityId => mapping(bytes20 lotCode => bool taken)) private _lotCodes;
    mapping(uint32 lotId => bytes20 lotCode) public lotCodeOf;

    /// @inheritdoc ICommodities
    function offer(LotOffer calldata lotOffer) external returns (uint32 lotId) {
        uint32 commodityId = lotOffer.commodityId;
        Commodity storage commodity = _ownCommodity(commodityId);
        require(!commodity.retired, CommodityIsRetired(commodityId));
        uint96 charge = uint96((uint256(bondRequired) * unsealChargeBps) / BPS);
        commodity.pledged += charge;
        // What seals can cost is on top of what a court can take: neither empties the other.
        uint256 required = uint256(bondRequired) + commodity.pledged;
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

        Parameter[] memory parameters = _parametersOf(lot);
        lot.unsealed = true;
        lot.claims = _merge(parameters, lot.claims, values, true);
        emit LotUnsealed(lotId, lot.claims.unpack(parameters.length), salt);
    }

    /// @inheritdoc ICommodities
    function isSellable(uint32 lotId) external view returns (bool) {
        if (lotId >= lotCount) return false;
        Lot storage lot = _lots[lotId];
        uint32 epoch = currentEpoch();
        if (lot.state != LotState.Offered || epoch < lot.startEpoch || epoch >= lot.startEpoch + lot.epochs)
            return false;
        Commodity storage commodity = _commodities[lot.commodityId];
        // A court may have taken the bond because of another lot.
        return commodity.bond >= commodity.pledged;
    }

    function _checkOffer(LotOffer calldata lotOffer, uint32 modelId) private view {
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

    function _checkSale(uint32 startEpoch, uint8 epochs) private view {
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
    ) private pure returns (Values) {
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
}
