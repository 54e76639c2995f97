// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {LotTerms} from "../../contracts/commodities/ICommodities.sol";

/// @notice Stands for commodities, models, platforms and recommenders of any id: every lot is on sale at 15 % fees and 5 %
/// commission, every platform and recommender exists.
contract Anything {
    address public constant OWNER = address(0xE1);
    address public constant PAYOUT = address(0xFA);

    function termsOf(uint32 lotId) external pure returns (LotTerms memory terms) {
        (terms.commodityId, terms.modelId, terms.ordinal) = (1, 1, lotId);
        (terms.feeBps, terms.commissionBps, terms.closingEpoch) = (1_500, 500, 1 << 20);
    }

    function ownerOf(uint256) external pure returns (address) {
        return OWNER;
    }

    function payoutOf(uint32) external pure returns (address) {
        return PAYOUT;
    }

    function recordStatement(uint32, address, uint32) external pure {}
}
