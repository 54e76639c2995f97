// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {EpochClock} from "../shared/EpochClock.sol";
import {SelfPermit} from "../shared/SelfPermit.sol";
import {ISettlement} from "../settlement/ISettlement.sol";
import {Challenges} from "./Challenges.sol";
import {PlatformBonds} from "./PlatformBonds.sol";

/// @title Platforms
/// @notice The platforms of the commune, what they put up, and what they lose when they cheat. Holds their bonds in the
/// settlement asset and the pledges of challengers in the chain's coin. Trusts the settlement contract for what statements say
/// and the contract that keeps demands for how they end. The timelock admits and suspends platforms, and says, inside fixed limits
/// and long before, what bond a statement needs; it can neither take a bond nor decide a case.
contract Platforms is Challenges {
    constructor(
        address authority,
        IERC20 asset_,
        ISettlement settlement_,
        uint48 genesis_,
        uint32 epochLength_
    ) EpochClock(genesis_, epochLength_) SelfPermit(asset_) AccessManaged(authority) PlatformBonds(settlement_) {}
}
