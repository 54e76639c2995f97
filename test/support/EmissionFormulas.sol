// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EmissionSchedule} from "../../contracts/token/EmissionSchedule.sol";

/// @notice {EmissionSchedule} from outside, many cases in one call.
contract EmissionFormulas {
    function amounts(
        uint256[] calldata elapsed
    ) external pure returns (uint256[] memory winners, uint256[] memory treasury, uint256[] memory total) {
        uint256 count = elapsed.length;
        (winners, treasury, total) = (new uint256[](count), new uint256[](count), new uint256[](count));
        for (uint256 i; i < count; ++i) {
            winners[i] = EmissionSchedule.winnersPart(elapsed[i]);
            treasury[i] = EmissionSchedule.treasuryPart(elapsed[i]);
            total[i] = EmissionSchedule.treasuryTotal(elapsed[i]);
        }
    }
}
