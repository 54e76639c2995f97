// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {LotState, ScoringBasis} from "../../contracts/commodities/ICommodities.sol";
import {Parameter} from "../../contracts/models/IQualityModels.sol";
import {Values} from "../../contracts/shared/Values.sol";
import {CommuneTest} from "./CommuneTest.sol";
import {vm} from "./Vm.sol";

/// @notice A commodity with one model, and what its tests do again and again.
abstract contract CommoditiesTest is CommuneTest {
    uint96 internal constant BOND = 500e6;
    uint96 internal constant CHARGE = 125e6;
    /// @dev Epoch in which a test begins.
    uint32 internal constant START = 10;
    address internal constant STRANGER = address(0xBAD);

    uint32 internal modelId;
    uint32 internal commodityId;
    uint32 private _nextCode;

    function setUp() public virtual override {
        super.setUp();
        toEpoch(START);
        modelId = publishModel();
        commodityId = listCommodity(modelId);
    }

    /// @dev For tests whose body is refused calls only.
    modifier changesNothing() {
        bytes32 before = fingerprint();
        _;
        vm.assertEq(fingerprint(), before);
    }

    /* LOTS */

    /// @dev A lot with a code of its own, sold in one epoch, so that it closes four epochs after `startEpoch`.
    function anyLot(uint32 startEpoch) internal returns (uint32 lotId) {
        return anyLotOf(commodityId, startEpoch);
    }

    function anyLotOf(uint32 commodityId_, uint32 startEpoch) internal returns (uint32 lotId) {
        return offerLot(commodityId_, freshCode(), startEpoch, 1);
    }

    /// @dev AAAAAA, BAAAAA, CAAAAA, ….
    function freshCode() internal returns (bytes20) {
        bytes memory code = "AAAAAA";
        uint32 rest = _nextCode++;
        for (uint256 i; rest > 0; ++i) {
            code[i] = bytes1(uint8(0x41 + (rest % 26)));
            rest /= 26;
        }
        return bytes20(code);
    }

    function one(int32 value) internal pure returns (int32[] memory values) {
        values = new int32[](1);
        values[0] = value;
    }

    function two(int32 first, int32 second) internal pure returns (Values) {
        return Values.wrap(0).with(0, first).with(1, second);
    }

    function revise(Parameter[] memory parameters) internal returns (uint16) {
        vm.prank(expert);
        return models.revise(modelId, DOCUMENT, parameters);
    }

    /* ROUNDS */

    function prove(uint32 lotId, Values consensus) internal returns (ScoringBasis memory) {
        vm.prank(commodities.lotOf(lotId).evaluations);
        return commodities.concludeProven(lotId, consensus, 7, 700);
    }

    function conclude(uint32 lotId, LotState state) internal {
        if (state == LotState.Trusted) prove(lotId, two(140, 0));
        if (state == LotState.Flagged) prove(lotId, two(200, 0));
        if (state == LotState.Unproven || state == LotState.Suspended) {
            vm.prank(commodities.lotOf(lotId).evaluations);
            if (state == LotState.Unproven) commodities.concludeUnproven(lotId, 2);
            else commodities.concludeSealed(lotId);
        }
        vm.assertEq(uint256(commodities.lotOf(lotId).state), uint256(state));
    }

    /* STATE */

    /// @dev Everything a producer or the evaluations contract could have changed.
    function fingerprint() internal view returns (bytes32 print) {
        print = keccak256(
            abi.encode(
                commodities.evaluations(),
                commodities.bondRequired(),
                commodities.unsealChargeBps(),
                asset.balanceOf(address(commodities)),
                asset.balanceOf(producer),
                asset.balanceOf(address(evaluations))
            )
        );
        for (uint32 id = 1; id <= commodities.commodityCount(); ++id) {
            print = keccak256(
                abi.encode(
                    print,
                    commodities.commodityOf(id),
                    commodities.standingOf(id),
                    commodities.lastConsensus(id, "MOISTURE"),
                    commodities.lastConsensus(id, "AROMA")
                )
            );
        }
        for (uint32 id; id < commodities.lotCount(); ++id) {
            print = keccak256(abi.encode(print, commodities.lotOf(id), commodities.lotCodeOf(id)));
        }
    }

    function bondOf(uint32 commodityId_) internal view returns (uint256) {
        return commodities.commodityOf(commodityId_).bond;
    }

    function stateOf(uint32 lotId) internal view returns (LotState) {
        return commodities.lotOf(lotId).state;
    }
}
