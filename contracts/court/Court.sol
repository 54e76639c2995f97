// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {ISeats} from "../validators/ISeats.sol";
import {CourtRules} from "./CourtRules.sol";
import {Parameters, Windows} from "./ICourt.sol";
import {RoundSettlement} from "./RoundSettlement.sol";

/// @title Court
/// @notice The commune's court. Trusts the validators' contract for who sits in a term and for what a slash has taken, and no arbitrable with
/// anything but its own disputes. The timelock sets, inside fixed limits, what disputes cost and jurors risk from the next dispute on, whose
/// word on parties counts in them, and who gets what nobody else is owed; it can neither rule nor touch a dispute, a jury or what anybody is owed. Several steps can be one
/// transaction ({multicall}), as the end of a case: rule, settle and withdrawals.
contract Court is RoundSettlement, Multicall {
    constructor(
        address authority,
        ISeats seats_,
        IERC20 token_,
        Windows memory windows_,
        Parameters memory parameters
    ) AccessManaged(authority) CourtRules(seats_, token_, windows_, parameters) {}
}
