// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {EpochClock} from "../shared/EpochClock.sol";
import {SelfPermit} from "../shared/SelfPermit.sol";
import {Challenges} from "./Challenges.sol";

/// @title Platforms
/// @notice The platforms of the commune, what they put up, and what they lose when they cheat. Holds their bonds in the
/// settlement asset and the pledges of challengers in the chain's coin. Trusts the settlement contract it was given for what
/// statements say. The timelock admits and suspends platforms and moves three amounts inside fixed limits; it can neither
/// take a bond nor decide a case.
contract Platforms is Challenges {
    constructor(
        address authority,
        IERC20 asset_,
        uint48 genesis_,
        uint32 epochLength_
    ) EpochClock(genesis_, epochLength_) SelfPermit(asset_) AccessManaged(authority) {}
}
