// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IQualityModels} from "../models/IQualityModels.sol";
import {Bounds} from "../shared/Bounds.sol";
import {EpochClock} from "../shared/EpochClock.sol";
import {Schedule} from "../shared/Schedule.sol";
import {SelfPermit} from "../shared/SelfPermit.sol";
import {CommodityStore} from "./CommodityStore.sol";
import {Condemnations} from "./Condemnations.sol";
import {Commodity, ICommodities, Lot, LotTerms} from "./ICommodities.sol";
import {Listings} from "./Listings.sol";
import {Offers} from "./Offers.sol";

/// @title Commodities
/// @notice Listing, offering, unsealing and the twins. Holds the producers' bonds. Trusts the evaluations contract that
/// the timelock appointed when a lot was offered, and for that lot only: it concludes the lot once and can take the unseal charge of its
/// commodity's bond, or all of it while a case about the commodity is open. Trusts the contract for disputes with the lots it has cases
/// about.
contract Commodities is Listings, Offers, Condemnations {
    uint256 private constant MIN_BOND = 1e6;
    uint256 private constant MAX_BOND = 1_000_000e6;
    uint256 private constant MIN_UNSEAL_CHARGE_BPS = 1_000;
    uint256 private constant MAX_UNSEAL_CHARGE_BPS = 10_000;

    constructor(
        address authority,
        IERC20 asset_,
        IQualityModels models_,
        uint48 genesis_,
        uint32 epochLength_
    ) CommodityStore(models_) EpochClock(genesis_, epochLength_) SelfPermit(asset_) AccessManaged(authority) {
        emit CommodityBondSet(0, bondRequired);
        emit UnsealChargeSet(0, unsealChargeBps);
    }

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
}
