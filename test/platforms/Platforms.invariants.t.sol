// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Platform} from "../../contracts/platforms/IPlatforms.sol";
import {PlatformsHandler} from "../support/PlatformsHandler.sol";
import {vm} from "../support/Vm.sol";

/// @notice The runner calls only contracts of this file.
contract Market is PlatformsHandler {}

contract PlatformsInvariants {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    Market private market;
    uint32 private honest;
    uint32 private rogue;

    function setUp() public {
        market = new Market();
        market.prepare();
        (honest, rogue) = market.bothPlatforms();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(market);
    }

    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        bytes4[] memory selectors = new bytes4[](18);
        selectors[0] = market.honestSells.selector;
        selectors[1] = market.rogueSells.selector;
        selectors[2] = market.rogueActs.selector;
        selectors[3] = market.honestManages.selector;
        selectors[4] = market.challengeSome.selector;
        selectors[5] = market.challengeForged.selector;
        selectors[6] = market.demandSome.selector;
        selectors[7] = market.openSome.selector;
        selectors[8] = market.closeSome.selector;
        selectors[9] = market.slashSome.selector;
        selectors[10] = market.slashTwins.selector;
        selectors[11] = market.collectSome.selector;
        selectors[12] = market.govern.selector;
        selectors[13] = market.offerSome.selector;
        selectors[14] = market.pass.selector;
        // More of what the rest follows from.
        (selectors[15], selectors[16], selectors[17]) = (selectors[2], selectors[4], selectors[6]);
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(market), selectors);
    }

    /* THE MARKET IS WORTH LOOKING AT */

    /// The invariants would hold of a market in which nothing happens, too: a long walk must reach everything.
    function test_the_market_sees_everything() external {
        for (uint256 i; i < 4_000; ++i) {
            uint256 seed = uint256(keccak256(abi.encode("market", i)));
            bytes4[] memory selectors = this.targetSelectors()[0].selectors;
            bytes4 selector = selectors[seed % selectors.length];
            (bool success, ) = address(market).call(abi.encodeWithSelector(selector, seed >> 8));
            vm.assertTrue(success);
            if (i % 100 != 99) continue;
            checkAll();
            if (bytes(missing()).length == 0) break;
        }
        vm.assertEq(missing(), "");

        this.afterInvariant();
    }

    function checkAll() private view {
        this.invariant_AnHonestPlatformIsNeverSlashed();
        this.invariant_NoEpochTakesAQuarterOfABond();
        this.invariant_BondsAndRewardsAreThere();
        this.invariant_PledgesAreThere();
        this.invariant_OpenCasesAreCounted();
        this.invariant_TheSettlementHoldsWhatItOwes();
    }

    /// @dev What has not happened yet.
    function missing() private view returns (string memory list) {
        string[42] memory events = [
            "honest statement",
            "honest challenged",
            "honest answer",
            "honest demanded",
            "honest opening",
            "honest absence",
            "honest withdrawal",
            "honest withdrawal cancelled",
            "honest bond topped up",
            "rogue statement",
            "rogue challenged",
            "rogue answer",
            "rogue demanded",
            "rogue opening",
            "rogue withdrawal",
            "stranger's opening",
            "key changed",
            "operator changed",
            "receipt slashed",
            "demand slashed",
            "two receipts slashed",
            "demanded again",
            "compensation",
            "demand closed",
            "demand closed late",
            "cap",
            "withdrawal held back",
            "statement prevented",
            "window over",
            "statement still due",
            "forgery refused",
            "leaf open already",
            "nominations closing",
            "reward",
            "reward for two receipts",
            "pledge back",
            "demand's pledge back",
            "pledges won",
            "demands' pledges won",
            "audit fund",
            "suspended",
            "resumed"
        ];
        for (uint256 i; i < events.length; ++i) {
            if (market.reached(events[i]) == 0) list = string.concat(list, events[i], ", ");
        }
    }

    /* THE INVARIANTS */

    /// forge-config: default.invariant.runs = 12
    /// forge-config: default.invariant.depth = 120
    function invariant_AnHonestPlatformIsNeverSlashed() external view {
        vm.assertEq(market.broken(), "");
        (uint256 deposited, uint256 withdrawn, uint256 lost, , , ) = market.accountOf(honest);
        vm.assertEq(lost, 0);
        Platform memory platform = market.platformOf(honest);
        vm.assertEq(platform.bond, deposited - withdrawn);
        vm.assertEq(platform.auditAccrued, 0);
        vm.assertTrue(market.areKeysKept());
    }

    /// forge-config: default.invariant.runs = 12
    /// forge-config: default.invariant.depth = 120
    function invariant_NoEpochTakesAQuarterOfABond() external view {
        (uint256 deposited, uint256 withdrawn, uint256 lost, , uint256 base, uint256 lostInEpoch) = market.accountOf(
            rogue
        );
        vm.assertEq(market.platformOf(rogue).bond, deposited - withdrawn - lost);
        // Eighths are rounded up, so that the last units of a bond go, too.
        vm.assertLt(4 * lostInEpoch, base + 4);
    }

    /// forge-config: default.invariant.runs = 12
    /// forge-config: default.invariant.depth = 120
    function invariant_BondsAndRewardsAreThere() external view {
        (uint256 held, uint256 owed) = market.money();
        vm.assertEq(held, owed);
    }

    /// forge-config: default.invariant.runs = 12
    /// forge-config: default.invariant.depth = 120
    function invariant_PledgesAreThere() external view {
        (uint256[2] memory held, uint256[2] memory owed) = market.pledges();
        vm.assertEq(held[0], owed[0]);
        vm.assertEq(held[1], owed[1]);
    }

    /// forge-config: default.invariant.runs = 12
    /// forge-config: default.invariant.depth = 120
    function invariant_OpenCasesAreCounted() external view {
        vm.assertEq(market.platformOf(honest).openCases, market.openCasesOf(honest));
        vm.assertEq(market.platformOf(rogue).openCases, market.openCasesOf(rogue));
    }

    /// forge-config: default.invariant.runs = 12
    /// forge-config: default.invariant.depth = 120
    function invariant_TheSettlementHoldsWhatItOwes() external view {
        (uint256 held, uint256 owed) = market.settlementMoney();
        vm.assertEq(held, owed);
    }

    /// Every case ends answered or slashed, even if no platform ever does anything again.
    function afterInvariant() external {
        vm.assertTrue(market.endAll());
        vm.assertEq(market.platformOf(honest).openCases, 0);
        vm.assertEq(market.platformOf(rogue).openCases, 0);
        this.invariant_BondsAndRewardsAreThere();
        this.invariant_PledgesAreThere();
        this.invariant_TheSettlementHoldsWhatItOwes();
        this.invariant_NoEpochTakesAQuarterOfABond();
    }
}
