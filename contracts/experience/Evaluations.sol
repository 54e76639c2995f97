// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ICommodities} from "../commodities/ICommodities.sol";
import {IQualityModels} from "../models/IQualityModels.sol";
import {Settlement} from "../settlement/Settlement.sol";
import {Bounds} from "../shared/Bounds.sol";
import {EpochClock} from "../shared/EpochClock.sol";
import {SelfPermit} from "../shared/SelfPermit.sol";
import {IExperiencePower} from "./IExperiencePower.sol";
import {Reports} from "./Reports.sol";
import {Rewards} from "./Rewards.sol";
import {RoundStore} from "./RoundStore.sol";
import {Rulings} from "./Rulings.sol";

/// @title Evaluations
/// @notice Proof of work by experiencing goods. Holds the bonds of reporters and, from the end of scoring on, the pots.
///
/// Nothing here is decided by a majority's money alone: the consensus is the lower weighted median, which the contract
/// verifies and anybody can propose; rewards are capped by the fees that buyers nominated to the winner; nobody is slashed but
/// by a ruling that put another consensus in the place of the reporters'.
///
/// Trusts the contract that the timelock appointed for disputes with the rounds that were challenged there, in their tally windows: it
/// can hold those back and end each of them once. It cannot touch another round, a bond, a score or a reward but through the consensus
/// it gives.
contract Evaluations is Reports, Rulings, Rewards {
    using SafeERC20 for IERC20;

    uint256 private constant MIN_BOND_MULTIPLE = 2;
    uint256 private constant MAX_BOND_MULTIPLE = 10;
    uint256 private constant MIN_KAPPA_BPS = 5_000;
    uint256 private constant MAX_KAPPA_BPS = 9_000;

    constructor(
        address authority,
        IERC20 asset_,
        ICommodities commodities_,
        IQualityModels models_,
        Settlement settlement_,
        IExperiencePower power_,
        uint48 genesis_,
        uint32 epochLength_
    )
        RoundStore(commodities_, models_, settlement_, power_)
        EpochClock(genesis_, epochLength_)
        SelfPermit(asset_)
        AccessManaged(authority)
    {
        // For {Settlement-returnToCarry}, which pulls what winners leave over.
        asset_.forceApprove(address(settlement_), type(uint256).max);
        emit BondMultipleSet(0, bondMultiple);
        emit KappaSet(0, kappaBps);
    }

    /// @notice Sets the bond of reports to come, as a multiple of the fee of their purchase.
    function setBondMultiple(uint8 multiple) external restricted {
        Bounds.check("bondMultiple", multiple, MIN_BOND_MULTIPLE, MAX_BOND_MULTIPLE);
        emit BondMultipleSet(bondMultiple, multiple);
        bondMultiple = multiple;
    }

    /// @notice Sets κ for rounds that become final from now on.
    function setKappa(uint16 bps) external restricted {
        Bounds.check("kappaBps", bps, MIN_KAPPA_BPS, MAX_KAPPA_BPS);
        emit KappaSet(kappaBps, bps);
        kappaBps = bps;
    }
}
